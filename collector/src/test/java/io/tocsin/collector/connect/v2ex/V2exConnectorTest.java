package io.tocsin.collector.connect.v2ex;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.Talk;
import io.tocsin.collector.connect.V2exSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class V2exConnectorTest extends BadAnswersContract {
    private static final Pattern TOPIC = Pattern.compile("/api/v2/topics/(\\d+)(/replies)?");
    private static final int PER_PAGE = 3;

    private final Talk talk = new Talk();

    @Override
    protected SourceSettings settings() {
        return new V2exSettings(Polls.polling(), site.url("/"), List.of("phones"), "hidden");
    }

    @Override
    protected void serve() {
        talk.fill(4, 6);
        site.program(this::answer);
    }

    /** The first post of a topic is the topic itself. */
    @Override
    protected List<String> served() {
        return talk.recent()
                .flatMap(topic -> Stream.concat(
                        Stream.of("v2ex:topic/" + topic.id),
                        topic.posts.stream().skip(1).map(said -> "v2ex:reply/" + said.number())))
                .toList();
    }

    @Test
    void readsTopicsAndReplies() {
        List<Post> posts = polls.poll();

        assertThat(posts)
                .contains(
                        Post.builder("v2ex:topic/4", "v2ex", "Topic 4\ntext 4.0", Instant.ofEpochSecond(1_772_000_000))
                                .url(site.url("/t/4"))
                                .author(Author.of("v2ex:ann", "ann"))
                                .engagement(new Engagement(null, 5L, null, null))
                                .collectedAt(Polls.NOON)
                                .build(),
                        Post.builder("v2ex:reply/24", "v2ex", "text 4.5", Instant.ofEpochSecond(1_772_000_024))
                                .url(site.url("/t/4"))
                                .author(Author.of("v2ex:bo", "bo"))
                                .inReplyTo("v2ex:topic/4")
                                .root("v2ex:topic/4")
                                .engagement(new Engagement(null, null, 2L, null))
                                .collectedAt(Polls.NOON)
                                .build());
    }

    @Test
    void findsLateReplies() {
        polls.poll();
        talk.say(1, "late", 0);

        assertThat(polls.poll()).extracting(Post::text).containsExactly("late");
    }

    @Test
    void withoutATokenReadsTheNewestTopicsOfAll() {
        try (Polls open = new Polls(new V2exSettings(Polls.polling(), site.url("/"), List.of(), null))) {
            assertThat(open.poll())
                    .extracting(Post::id)
                    .containsExactly("v2ex:topic/4", "v2ex:topic/3", "v2ex:topic/2", "v2ex:topic/1");
            assertThat(open.poll()).isEmpty();
        }
    }

    @Test
    void countsTopicsAgainButNoReplies() throws SourceException {
        List<Post> read = polls.poll();

        assertThat(polls.recount("v2ex:topic/4", "v2ex:topic/99"))
                .containsExactly(new Reading.Seen(Polls.as(read, "v2ex:topic/4")), new Reading.Gone("v2ex:topic/99"));
        assertThat(polls.tells("v2ex:topic/4")).isTrue();
        assertThat(polls.tells("v2ex:reply/24")).isFalse();
    }

    @Test
    void countsTopicsAgainWithoutAToken() throws SourceException {
        try (Polls open = new Polls(new V2exSettings(Polls.polling(), site.url("/"), List.of(), null))) {
            List<Post> read = open.poll();

            assertThat(open.recount("v2ex:topic/4", "v2ex:topic/99"))
                    .containsExactly(
                            new Reading.Seen(Polls.as(read, "v2ex:topic/4")), new Reading.Gone("v2ex:topic/99"));
        }
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (url.encodedPath().equals("/api/topics/latest.json")) {
            return Optional.of(TestSite.page(
                    talk.recent().map(V2exConnectorTest::topic).collect(Collectors.joining(",", "[", "]"))));
        }
        if (url.encodedPath().equals("/api/topics/show.json")) {
            String id = url.queryParameter("id");
            return Optional.of(TestSite.page(talk.recent()
                    .filter(topic -> Integer.toString(topic.id).equals(id))
                    .map(V2exConnectorTest::topic)
                    .collect(Collectors.joining(",", "[", "]"))));
        }
        if (!"Bearer hidden".equals(request.getHeaders().get("Authorization"))) {
            return url.encodedPath().startsWith("/api/v2/") ? Optional.of(TestSite.status(401)) : Optional.empty();
        }
        int page = Integer.parseInt(Objects.requireNonNullElse(url.queryParameter("p"), "1"));
        if (url.encodedPath().equals("/api/v2/nodes/phones/topics")) {
            return Optional.of(
                    result(talk.recent().skip((page - 1) * 20L).limit(20).map(V2exConnectorTest::topic), 1));
        }
        Matcher match = TOPIC.matcher(url.encodedPath());
        if (!match.matches()) {
            return Optional.empty();
        }
        if (match.group(1).equals("99")) {
            return Optional.empty();
        }
        Talk.Topic topic = talk.topic(Integer.parseInt(match.group(1)));
        if (match.group(2) == null) {
            return Optional.of(TestSite.page("{\"success\":true,\"result\":" + topic(topic) + "}"));
        }
        Stream<String> replies = topic.posts.stream()
                .skip(1)
                .skip((page - 1) * (long) PER_PAGE)
                .limit(PER_PAGE)
                .map(V2exConnectorTest::reply);
        return Optional.of(result(replies, (topic.posts.size() - 1 + PER_PAGE - 1) / PER_PAGE));
    }

    private static MockResponse.Builder result(Stream<String> items, int pages) {
        return TestSite.page(
                "{\"success\":true,\"result\":[%s],\"pagination\":{\"per_page\":3,\"total\":9,\"pages\":%d}}"
                        .formatted(items.collect(Collectors.joining(",")), pages));
    }

    private static String topic(Talk.Topic topic) {
        return """
                {"id":%1$d,"title":"Topic %1$d","content_rendered":"<p>%2$s</p>","replies":%3$d,"last_touched":%4$d,
                 "created":1772000000,"url":"https://www.v2ex.com/t/%1$d","member":{"id":1,"username":"ann"}}
                """.formatted(topic.id, topic.posts.getFirst().text(), topic.posts.size() - 1, topic.changed);
    }

    private static String reply(Talk.Said said) {
        return """
                {"id":%1$d,"content_rendered":"%2$s","created":%3$d,"thanks":2,"member":{"id":2,"username":"bo"}}
                """.formatted(said.number(), said.text(), 1_772_000_000 + said.number());
    }
}
