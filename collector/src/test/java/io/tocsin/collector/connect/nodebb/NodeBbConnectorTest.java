package io.tocsin.collector.connect.nodebb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.NodeBbSettings;
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

class NodeBbConnectorTest extends BadAnswersContract {
    private static final int TOPICS_PER_PAGE = 3;
    private static final int POSTS_PER_PAGE = 4;

    private final Talk talk = new Talk();

    @Override
    protected SourceSettings settings() {
        return new NodeBbSettings(Polls.polling(), site.url("/forum/"), List.of(), 5);
    }

    @Override
    protected void serve() {
        talk.fill(7, 6);
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return talk.posts().map(said -> "localhost:" + said.number()).toList();
    }

    @Test
    void readsEveryFieldOfAPost() {
        Talk.Said reply = talk.say(7, "<p dir=\\\"auto\\\">me too</p>", 37);

        List<Post> posts = polls.poll();

        assertThat(posts)
                .contains(Post.builder("localhost:43", "localhost", "me too", Instant.parse(Talk.time(reply.number())))
                        .url(site.url("/forum/post/43"))
                        .author(Author.of("localhost:ann", "ann"))
                        .inReplyTo("localhost:37")
                        .root("localhost:37")
                        .engagement(new Engagement(null, null, 2L, null))
                        .collectedAt(Polls.NOON)
                        .build());
        assertThat(posts).extracting(Post::text).contains("Topic 7 & more\ntext 7.0");
    }

    @Test
    void findsLateRepliesAndReadsOnlyThePageTheyAreOn() {
        polls.poll();
        int before = site.visits().size();
        talk.say(1, "late", 0);

        assertThat(polls.poll()).extracting(Post::text).containsExactly("late");
        assertThat(site.visits().subList(before, site.visits().size()))
                .filteredOn(path -> path.contains("topic"))
                .containsExactly("/forum/api/topic/1?page=2");
    }

    @Test
    void readsTheCategoriesThatAreNamedToTheEndOfEach() {
        try (Polls some = new Polls(new NodeBbSettings(Polls.polling(), site.url("/forum/"), List.of("2", "9"), 5))) {
            assertThat(some.poll()).extracting(Post::id).containsExactlyInAnyOrderElementsOf(served());
        }
    }

    @Test
    void countsPostsAgainOnThePageTheyAreOn() throws SourceException {
        List<Post> read = polls.poll();

        List<Reading> again = polls.recount("localhost:37", "localhost:38", "localhost:999");

        assertThat(again)
                .containsExactlyInAnyOrder(
                        new Reading.Seen(Polls.as(read, "localhost:37")),
                        new Reading.Seen(Polls.as(read, "localhost:38")),
                        new Reading.Gone("localhost:999"));
    }

    @Test
    void countsPostsOfOlderVersionsWhichCallTheWayToAPostARedirect() throws SourceException {
        List<Post> read = polls.poll();
        site.program(request -> answer(request)
                .map(page -> request.getTarget().startsWith("/forum/api/post/") ? page.code(308) : page));

        assertThat(polls.recount("localhost:37")).containsExactly(new Reading.Seen(Polls.as(read, "localhost:37")));
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        String path = url.encodedPath();
        int page = Integer.parseInt(Objects.requireNonNullElse(url.queryParameter("page"), "1"));
        if (path.equals("/forum/api/category/9")) {
            return page > 1 ? Optional.empty() : Optional.of(TestSite.page("{\"topics\":[]}"));
        }
        if (path.equals("/forum/api/recent") || path.equals("/forum/api/category/2")) {
            return Optional.of(TestSite.page(talk.recent()
                    .skip((page - 1) * (long) TOPICS_PER_PAGE)
                    .limit(TOPICS_PER_PAGE)
                    .map(NodeBbConnectorTest::listed)
                    .collect(Collectors.joining(",", "{\"topics\":[", "]}"))));
        }
        if (path.startsWith("/forum/api/post/")) {
            int pid = Integer.parseInt(path.substring("/forum/api/post/".length()));
            return talk.posts()
                    .filter(said -> said.number() == pid)
                    .findFirst()
                    .map(said -> TestSite.page("\"/topic/%d\"".formatted(said.topic())));
        }
        if (!path.startsWith("/forum/api/topic/")) {
            return Optional.empty();
        }
        Talk.Topic topic = talk.topic(Integer.parseInt(path.substring("/forum/api/topic/".length())));
        boolean more = topic.posts.size() > page * POSTS_PER_PAGE;
        String posts = topic.posts.stream()
                .skip((page - 1) * (long) POSTS_PER_PAGE)
                .limit(POSTS_PER_PAGE)
                .map(NodeBbConnectorTest::post)
                .collect(Collectors.joining(","));
        return Optional.of(TestSite.page("""
                {"tid":%1$d,"title":"Topic %1$d &amp; more","mainPid":%5$d,"posts":[%2$s],"pagination":{"next":{"page":%3$d,"active":%4$b}}}
                """.formatted(
                        topic.id,
                        posts,
                        more ? page + 1 : page,
                        more,
                        topic.posts.getFirst().number())));
    }

    private static String listed(Talk.Topic topic) {
        return """
                {"tid":%1$d,"title":"Topic %1$d &amp; more","postcount":%2$d,"lastposttime":%3$d,"deleted":false}
                """.formatted(topic.id, topic.posts.size(), topic.changed);
    }

    private static String post(Talk.Said said) {
        return """
                {"pid":%d,"tid":%d,"timestampISO":"%s","votes":2,"toPid":%s,"content":"%s","deleted":0,
                 "user":{"uid":1,"username":"ann","reputation":5}}
                """.formatted(
                        said.number(),
                        said.topic(),
                        Talk.time(said.number()),
                        said.answers() == 0 ? "null" : Integer.toString(said.answers()),
                        said.text());
    }
}
