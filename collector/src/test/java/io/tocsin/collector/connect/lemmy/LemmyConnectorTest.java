package io.tocsin.collector.connect.lemmy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.LemmySettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class LemmyConnectorTest extends BadAnswersContract {
    private static final int POSTS = 60;

    @Override
    protected SourceSettings settings() {
        return new LemmySettings(Polls.polling(), site.url(""), List.of("phones"), List.of());
    }

    @Override
    protected void serve() {
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return Stream.of("post", "comment")
                .flatMap(kind -> IntStream.range(0, POSTS).mapToObj(id -> "lemmy:localhost/" + kind + "/" + id))
                .toList();
    }

    @Test
    void readsEveryFieldOfPostsAndComments() {
        assertThat(polls.poll())
                .contains(
                        Post.builder(
                                        "lemmy:localhost/post/59",
                                        "lemmy",
                                        "Phone 59\nsmokes",
                                        Instant.parse("2026-03-01T10:00:59.123456Z"))
                                .url("https://l.example/post/59")
                                .author(new Author(
                                        "lemmy:https://l.example/u/ann", "ann", "Ann", null, null, null, null))
                                .engagement(new Engagement(null, 5L, 7L, null))
                                .collectedAt(Polls.NOON)
                                .build(),
                        Post.builder(
                                        "lemmy:localhost/comment/59",
                                        "lemmy",
                                        "me too",
                                        Instant.parse("2026-03-01T10:00:59Z"))
                                .url("https://l.example/comment/59")
                                .author(new Author(
                                        "lemmy:https://l.example/u/ann", "ann", null, null, null, null, null))
                                .inReplyTo("lemmy:localhost/comment/12")
                                .root("lemmy:localhost/post/3")
                                .engagement(new Engagement(null, 1L, 2L, null))
                                .collectedAt(Polls.NOON)
                                .build());
    }

    @Test
    void searchesPostsAndComments() {
        try (Polls search =
                new Polls(new LemmySettings(Polls.polling(), site.url("/"), List.of(), List.of("acme phone")))) {
            assertThat(search.poll()).hasSize(2 * POSTS);
        }
    }

    @Test
    void countsPostsAndCommentsAgainAndNoticesThatTheyAreGone() throws SourceException {
        List<Post> read = polls.poll();

        assertThat(polls.recount(
                        "lemmy:localhost/post/59",
                        "lemmy:localhost/comment/59",
                        "lemmy:localhost/post/999",
                        "lemmy:localhost/comment/777",
                        "lemmy:localhost/post/888",
                        "lemmy:localhost/comment/888"))
                .extracting(Reading::id, reading -> reading instanceof Reading.Seen(Post post) ? post.text() : "gone")
                .containsExactly(
                        tuple("lemmy:localhost/post/59", "Phone 59\nsmokes"),
                        tuple("lemmy:localhost/comment/59", "me too"),
                        tuple("lemmy:localhost/post/999", "gone"),
                        tuple("lemmy:localhost/comment/777", "gone"),
                        tuple("lemmy:localhost/post/888", "gone"),
                        tuple("lemmy:localhost/comment/888", "gone"));
        assertThat(read).extracting(Post::text).contains("Phone 59\nsmokes");
    }

    @Test
    void anErrorThatIsNoDeletionIsSaid() {
        assertThatThrownBy(() -> polls.recount("lemmy:localhost/post/666"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("localhost");
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (url.encodedPath().matches("/api/v3/(post|comment)")) {
            return one(url);
        }
        boolean search = url.encodedPath().equals("/api/v3/search") && "acme phone".equals(url.queryParameter("q"));
        boolean community = "phones".equals(url.queryParameter("community_name"));
        if (!search && !community) {
            return Optional.empty();
        }
        String what = search ? url.queryParameter("type_") : url.encodedPath();
        return Optional.of(
                switch (what) {
                    case "/api/v3/post/list", "Posts" -> page(url, "posts", LemmyConnectorTest::post);
                    case "/api/v3/comment/list", "Comments" -> page(url, "comments", LemmyConnectorTest::comment);
                    case null, default -> TestSite.status(404);
                });
    }

    /** The comment 777 was deleted by its author, what has the number 888 was purged. */
    private static Optional<MockResponse.Builder> one(HttpUrl url) {
        int id = Integer.parseInt(Objects.requireNonNull(url.queryParameter("id")));
        boolean post = url.encodedPath().endsWith("post");
        if (id == 888 || id == 666) {
            String error = id == 666 ? "rate_limit_error" : post ? "couldnt_find_post" : "couldnt_find_comment";
            return Optional.of(new MockResponse.Builder().code(400).body("{\"error\":\"" + error + "\"}"));
        }
        String view = post ? post(id) : comment(id);
        return id == 999
                ? Optional.empty()
                : Optional.of(TestSite.page("{\"%s_view\":%s}"
                        .formatted(
                                post ? "post" : "comment",
                                id == 777 ? view.replace("\"content\"", "\"deleted\":true,\"content\"") : view)));
    }

    private static MockResponse.Builder page(HttpUrl url, String field, IntFunction<String> view) {
        int number = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page")));
        int limit = Integer.parseInt(Objects.requireNonNull(url.queryParameter("limit")));
        return TestSite.page(IntStream.range((number - 1) * limit, Math.min(POSTS, number * limit))
                .map(place -> POSTS - 1 - place)
                .mapToObj(view)
                .collect(Collectors.joining(",", "{\"" + field + "\":[", "]}")));
    }

    private static String post(int id) {
        return """
                {"post":{"id":%1$d,"name":"Phone %1$d","body":"smokes","ap_id":"https://l.example/post/%1$d",
                  "published":"2026-03-01T10:00:%2$s.123456Z"},
                 "creator":{"name":"ann","display_name":"Ann","actor_id":"https://l.example/u/ann"},
                 "counts":{"score":7,"comments":5}}
                """.formatted(id, "%02d".formatted(id));
    }

    private static String comment(int id) {
        return """
                {"comment":{"id":%1$d,"content":"me too","post_id":3,"path":"0.12.%1$d",
                  "ap_id":"https://l.example/comment/%1$d","published":"2026-03-01T10:00:%2$s"},
                 "creator":{"name":"ann","actor_id":"https://l.example/u/ann"},
                 "counts":{"score":2,"child_count":1}}
                """.formatted(id, "%02d".formatted(id));
    }
}
