package io.tocsin.collector.connect.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.DiscourseSettings;
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

class DiscourseConnectorTest extends BadAnswersContract {
    private final Talk talk = new Talk();

    @Override
    protected SourceSettings settings() {
        return new DiscourseSettings(Polls.polling(), site.url("/"));
    }

    @Override
    protected void serve() {
        talk.fill(20, 6);
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return talk.posts().map(this::id).toList();
    }

    @Test
    void readsEveryFieldOfAPost() {
        Talk.Said reply = talk.say(20, "<p>me <i>too</i></p>", 2);

        List<Post> posts = polls.poll();

        assertThat(posts.getFirst())
                .isEqualTo(
                        Post.builder("localhost:20/7", "localhost", "me too", Instant.parse(Talk.time(reply.number())))
                                .url(site.url("/t/20/7"))
                                .author(new Author("localhost:ann", "ann", "Ann", null, null, null, null))
                                .inReplyTo("localhost:20/2")
                                .root("localhost:20/1")
                                .engagement(new Engagement(null, 1L, 4L, 30L))
                                .collectedAt(Polls.NOON)
                                .build());
        assertThat(posts).extracting(Post::text).contains("Topic 20\ntext 20.0");
    }

    @Test
    void findsLateRepliesToTopicsOfAnyAge() {
        polls.poll();
        talk.say(1, "late", 0);

        assertThat(polls.poll()).extracting(Post::text).containsExactly("late");
    }

    @Test
    void aPostWhoseTextWasChangedComesAgain() {
        polls.poll();
        Talk.Topic topic = talk.topic(20);
        Talk.Said last = topic.posts.removeLast();
        topic.posts.add(new Talk.Said(last.number(), 20, "another text", 0));

        assertThat(polls.poll()).extracting(Post::text).containsExactly("another text");
    }

    @Test
    void countsPostsAgainWithTheirTextsAsTheyWere() throws SourceException {
        List<Post> read = polls.poll();

        List<Reading> again = polls.recount("localhost:20/1", "localhost:20/6", "localhost:20/99", "localhost:77/1");

        assertThat(again)
                .containsExactlyInAnyOrder(
                        new Reading.Seen(Polls.as(read, "localhost:20/1")),
                        new Reading.Seen(Polls.as(read, "localhost:20/6")),
                        new Reading.Gone("localhost:20/99"),
                        new Reading.Gone("localhost:77/1"));
        assertThat(site.visits())
                .filteredOn(path -> path.startsWith("/t/"))
                .as("one page tells of its neighbours")
                .containsExactly("/t/20/1.json", "/t/20/99.json", "/t/77/1.json");
    }

    private String id(Talk.Said said) {
        return "localhost:" + said.topic() + "/" + number(said);
    }

    private int number(Talk.Said said) {
        return talk.topic(said.topic()).posts.indexOf(said) + 1;
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (url.encodedPath().startsWith("/t/20/")) {
            return Optional.of(TestSite.page(talk.topic(20).posts.stream()
                    .map(this::post)
                    .map(post -> post.replace("\"topic_title\":\"Topic 20\",", ""))
                    .collect(Collectors.joining(",", "{\"title\":\"Topic 20\",\"post_stream\":{\"posts\":[", "]}}"))));
        }
        if (!url.encodedPath().equals("/posts.json")) {
            return Optional.empty();
        }
        int before = Integer.parseInt(Objects.requireNonNullElse(url.queryParameter("before"), "1000000"));
        return Optional.of(TestSite.page(talk.posts()
                .filter(said -> said.number() <= before)
                .limit(50)
                .map(this::post)
                .collect(Collectors.joining(",", "{\"latest_posts\":[", "]}"))));
    }

    private String post(Talk.Said said) {
        return """
                {"id":%d,"username":"ann","name":"Ann","created_at":"%s","cooked":"%s","post_number":%d,"topic_id":%d,
                 "topic_slug":"x","topic_title":"Topic %d","reply_to_post_number":%s,"reply_count":1,"reads":30,
                 "hidden":false,"actions_summary":[{"id":2,"count":4}]}
                """.formatted(
                        said.number(),
                        Talk.time(said.number()),
                        said.text(),
                        number(said),
                        said.topic(),
                        said.topic(),
                        said.answers() == 0 ? "null" : Integer.toString(said.answers()));
    }
}
