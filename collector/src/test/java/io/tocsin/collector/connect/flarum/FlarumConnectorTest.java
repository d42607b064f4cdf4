package io.tocsin.collector.connect.flarum;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.FlarumSettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.Talk;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class FlarumConnectorTest extends BadAnswersContract {
    private final Talk talk = new Talk();

    @Override
    protected SourceSettings settings() {
        return new FlarumSettings(Polls.polling(), site.url("/"), 2);
    }

    @Override
    protected void serve() {
        talk.fill(3, 2);
        for (int i = 0; i < 60; i++) {
            talk.say(2, "reply " + i, 0);
        }
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return talk.posts().map(said -> "localhost:" + said.number()).toList();
    }

    @Test
    void readsEveryFieldOfAPost() {
        Talk.Said reply = talk.say(3, "<p>me <b>too</b></p>", 0);

        List<Post> posts = polls.poll();

        assertThat(posts)
                .contains(Post.builder("localhost:67", "localhost", "me too", Instant.parse(Talk.time(reply.number())))
                        .url(site.url("/d/3/67"))
                        .author(Author.of("localhost:ann", "ann"))
                        .inReplyTo("localhost:5")
                        .root("localhost:5")
                        .engagement(new Engagement(null, null, 3L, null))
                        .collectedAt(Polls.NOON)
                        .build());
        assertThat(posts).extracting(Post::text).contains("Topic 3\ntext 3.0");
    }

    @Test
    void findsLateRepliesAndLeavesOutWhatIsHiddenOrNoComment() {
        polls.poll();
        talk.say(1, "late", 0);
        talk.say(1, "HIDDEN", 0);
        talk.say(1, "RENAMED", 0);

        assertThat(polls.poll()).extracting(Post::text).containsExactly("late");
    }

    @Test
    void countsPostsAgainWithTheirTextsAsTheyWere() throws SourceException {
        talk.say(3, "HIDDEN", 0);
        List<Post> read = polls.poll();

        List<Reading> again = polls.recount("localhost:5", "localhost:6", "localhost:67", "localhost:999");

        assertThat(again)
                .containsExactlyInAnyOrder(
                        new Reading.Seen(Polls.as(read, "localhost:5")),
                        new Reading.Seen(Polls.as(read, "localhost:6")),
                        new Reading.Gone("localhost:67"),
                        new Reading.Gone("localhost:999"));
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        String offset = Objects.requireNonNullElse(url.queryParameter("page[offset]"), "0");
        int from = Integer.parseInt(offset);
        int limit = Integer.parseInt(Objects.requireNonNullElse(url.queryParameter("page[limit]"), "20"));
        if (url.encodedPath().equals("/api/discussions")) {
            return Optional.of(TestSite.page(talk.recent()
                    .skip(from)
                    .limit(limit)
                    .map(FlarumConnectorTest::discussion)
                    .collect(Collectors.joining(",", "{\"data\":[", "]}"))));
        }
        if (!url.encodedPath().equals("/api/posts")) {
            return Optional.empty();
        }
        String ids = url.queryParameter("filter[id]");
        if (ids != null) {
            List<String> wanted = List.of(ids.split(","));
            return Optional.of(posts(
                    talk.posts()
                            .filter(said -> wanted.contains(Integer.toString(said.number())))
                            .map(FlarumConnectorTest::post)
                            .collect(Collectors.joining(",")),
                    ""));
        }
        Talk.Topic topic =
                talk.topic(Integer.parseInt(Objects.requireNonNull(url.queryParameter("filter[discussion]"))));
        String posts = topic.posts.stream()
                .skip(from)
                .limit(limit)
                .map(FlarumConnectorTest::post)
                .collect(Collectors.joining(","));
        String next = from + limit < topic.posts.size() ? "\"next\":\"https://elsewhere.example/api/posts\"" : "";
        return Optional.of(posts(posts, next));
    }

    private static MockResponse.Builder posts(String posts, String next) {
        return TestSite.page("""
                {"links":{"first":"x"%s},"data":[%s],
                 "included":[{"type":"users","id":"8","attributes":{"username":"ann"}},{"type":"groups","id":"8"},
                  {"type":"discussions","id":"3","attributes":{"title":"Topic 3"}}]}
                """.formatted(next.isEmpty() ? "" : "," + next, posts));
    }

    private static String discussion(Talk.Topic topic) {
        return """
                {"type":"discussions","id":"%1$d","attributes":{"title":"Topic %1$d","commentCount":%2$d,
                 "lastPostedAt":"%3$s"}}
                """.formatted(topic.id, topic.posts.size(), Talk.time(topic.changed));
    }

    private static String post(Talk.Said said) {
        boolean renamed = said.text().equals("RENAMED");
        return """
                {"type":"posts","id":"%1$d","attributes":{"number":%1$d,"createdAt":"%2$s","contentType":"%3$s",%4$s
                  "likesCount":3,"isHidden":%5$b},
                 "relationships":{"discussion":{"data":{"type":"discussions","id":"%6$d"}},
                  "user":{"data":{"type":"users","id":"8"}}}}
                """.formatted(
                        said.number(),
                        Talk.time(said.number()),
                        renamed ? "discussionRenamed" : "comment",
                        renamed ? "" : "\"contentHtml\":\"" + said.text() + "\",",
                        said.text().equals("HIDDEN"),
                        said.topic());
    }
}
