package io.tocsin.collector.connect.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.YouTubeSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class YouTubeConnectorTest extends BadAnswersContract {
    /** Newest first. */
    private final List<String> threads = new ArrayList<>();

    @Override
    protected SourceSettings settings() {
        return new YouTubeSettings(Polls.polling(), site.url("/v3/"), List.of("UCacme"), List.of(), "hidden");
    }

    @Override
    protected void serve() {
        IntStream.range(0, 150).forEach(id -> threads.addFirst(thread(id)));
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return IntStream.range(0, 150)
                .boxed()
                .flatMap(id -> Stream.of("youtube:c" + id, "youtube:c" + id + ".r"))
                .toList();
    }

    @Test
    void readsCommentsAndReplies() {
        List<Post> posts = polls.poll();

        assertThat(posts.subList(0, 2))
                .containsExactly(
                        Post.builder("youtube:c149", "youtube", "It <burns>", Instant.parse("2026-03-01T10:00:00Z"))
                                .url("https://www.youtube.com/watch?v=v1&lc=c149")
                                .author(Author.of("youtube:UCann", "@ann"))
                                .engagement(new Engagement(null, 6L, 4L, null))
                                .collectedAt(Polls.NOON)
                                .build(),
                        Post.builder("youtube:c149.r", "youtube", "Mine too", Instant.parse("2026-03-01T11:00:00Z"))
                                .url("https://www.youtube.com/watch?v=v1&lc=c149.r")
                                .author(Author.of("youtube:UCbo", "@bo"))
                                .inReplyTo("youtube:c149")
                                .root("youtube:c149")
                                .engagement(new Engagement(null, null, 0L, null))
                                .collectedAt(Polls.NOON)
                                .build());
    }

    @Test
    void aKeyThatIsNotAcceptedIsNamedButNotShown() {
        site.program(request -> Optional.of(TestSite.status(403)));

        polls.poll();

        assertThat(problem().message()).contains("'key'").doesNotContain("hidden");
    }

    @Test
    void countsCommentsAndRepliesAgain() throws SourceException {
        site.put(
                "/v3/commentThreads?part=snippet&textFormat=plainText&id=c7%2Cc404",
                TestSite.page("{\"items\":[%s]}".formatted(thread(7).replace("\"likeCount\":4", "\"likeCount\":40"))));
        site.put("/v3/comments?part=snippet&textFormat=plainText&id=c7.r", TestSite.page("{\"items\":[]}"));

        List<Reading> readings = polls.recount("youtube:c7", "youtube:c404", "youtube:c7.r");

        assertThat(readings.getFirst())
                .isInstanceOfSatisfying(
                        Reading.Seen.class,
                        seen -> assertThat(seen.post().engagement()).isEqualTo(new Engagement(null, 6L, 40L, null)));
        assertThat(readings.subList(1, 3))
                .containsExactly(new Reading.Gone("youtube:c404"), new Reading.Gone("youtube:c7.r"));
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (!url.encodedPath().equals("/v3/commentThreads")) {
            return Optional.empty();
        }
        assertThat(url.queryParameter("allThreadsRelatedToChannelId")).isEqualTo("UCacme");
        if (!"hidden".equals(request.getHeaders().get("X-Goog-Api-Key"))) {
            return Optional.of(TestSite.status(403));
        }
        String token = url.queryParameter("pageToken");
        int from = token == null ? 0 : Integer.parseInt(token);
        String items = threads.stream().skip(from).limit(100).collect(Collectors.joining(","));
        String next = from + 100 < threads.size() ? ",\"nextPageToken\":\"%d\"".formatted(from + 100) : "";
        return Optional.of(TestSite.page("{\"items\":[%s]%s}".formatted(items, next)));
    }

    private static String thread(int id) {
        return """
                {"id":"c%1$d","snippet":{"totalReplyCount":6,"topLevelComment":{"id":"c%1$d","snippet":{
                   "videoId":"v1","textDisplay":"It <burns>","authorDisplayName":"@ann","authorChannelId":{"value":"UCann"},
                   "likeCount":4,"publishedAt":"2026-03-01T10:00:00Z"}}},
                 "replies":{"comments":[{"id":"c%1$d.r","snippet":{"parentId":"c%1$d","videoId":"v1",
                   "textDisplay":"Mine too","authorDisplayName":"@bo","authorChannelId":{"value":"UCbo"},"likeCount":0,
                   "publishedAt":"2026-03-01T11:00:00Z"}}]}}
                """.formatted(id);
    }
}
