package io.tocsin.collector.connect.forum;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.forum.ForumPages.Reply;
import io.tocsin.collector.connect.forum.ForumPages.Row;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lets a user in is shown on every page of the forum, and nowhere else. */
class EntranceTest {
    private final ForumPages forum = new MyBbPages();
    private final TestSite site = new TestSite();
    private final TestSite elsewhere = new TestSite();

    @BeforeEach
    void serve() {
        site.put(forum.board(1), TestSite.page(forum.list(List.of(new Row(1, "first", 1)), forum.board(2))));
        site.put(forum.board(2), TestSite.page(forum.list(List.of(new Row(2, "second", 0)), null)));
        site.put(forum.thread(1, 1), TestSite.page(forum.replies(List.of(reply(1)), forum.thread(1, 2))));
        site.put(forum.thread(1, 2), TestSite.page(forum.replies(List.of(reply(2)), null)));
        site.put(forum.thread(2, 1), TestSite.page(forum.replies(List.of(reply(5)), null)));
    }

    @AfterEach
    void close() {
        site.close();
        elsewhere.close();
    }

    @Test
    void theUserInTheAddressIsShownOnEveryPage() {
        poll("http://me:p%40ss@localhost" + site.url(forum.board(1)).replaceFirst("http://[^:]+", ""), null, 3);

        assertThat(headers("Authorization")).hasSize(5).containsOnly(Credentials.basic("me", "p@ss"));
    }

    @Test
    void theCookieIsShownOnEveryPage() {
        poll(site.url(forum.board(1)), "user=12; auth=secret", 3);

        assertThat(headers("Cookie")).hasSize(5).containsOnly("user=12; auth=secret");
    }

    @Test
    void nothingIsShownAtAnotherDoorOfTheSameHost() {
        String other = elsewhere.url("/showthread.php?tid=1");
        elsewhere.put("/showthread.php?tid=1", TestSite.page(forum.replies(List.of(reply(1)), null)));
        site.put(
                forum.board(1),
                TestSite.page(forum.list(List.of(new Row(1, "first", 0)), null)
                        .replace("href=\"showthread.php?tid=1\"", "href=\"" + other + "\"")));

        poll(site.url(forum.board(1)), "user=12; auth=secret", 1);

        assertThat(elsewhere.requests("/showthread.php?tid=1"))
                .hasSize(1)
                .allSatisfy(request ->
                        assertThat(request.getHeaders().get("Cookie")).isNull());
    }

    @Test
    void aCookieThatIsRefusedIsNamedAndNotShown() {
        site.put(forum.board(1), TestSite.status(403));

        Problem problem = poll(site.url(forum.board(1)), "user=12; auth=secret", 0);

        assertThat(Objects.requireNonNull(problem).kind()).isEqualTo(Problem.Kind.ACCESS);
        assertThat(problem.message()).contains("'cookie'").doesNotContain("secret");
    }

    @Test
    void aCookieThatExpiresInMidRunIsSaidAndNothingIsLost() {
        site.put(forum.thread(1, 2), TestSite.page(forum.login()));
        site.put(forum.thread(2, 1), TestSite.page(forum.login()));
        try (Polls polls = new Polls(settings(site.url(forum.board(1)), "user=12; auth=secret"))) {
            assertThat(polls.poll()).extracting(Post::id).containsExactly("localhost:1");

            Problem problem = Objects.requireNonNull(polls.state().problem());
            assertThat(problem.kind()).isEqualTo(Problem.Kind.ACCESS);
            assertThat(problem.message())
                    .contains("'cookie' has expired", "Log in")
                    .doesNotContain("secret");
            serve();
            polls.pass(Duration.ofHours(2));
            assertThat(polls.poll()).extracting(Post::id).containsExactlyInAnyOrder("localhost:2", "localhost:5");
            assertThat(polls.state().problem()).isNull();
        }
    }

    @Test
    void aThreadThatIsForOthersOnlyHoldsUpNone() {
        site.put(forum.thread(1, 1), TestSite.status(403));
        try (Polls polls = new Polls(settings(site.url(forum.board(1)), "user=12; auth=secret"))) {
            assertThat(polls.poll()).extracting(Post::id).containsExactly("localhost:5");
            assertThat(polls.state().problem()).isNull();

            serve();
            assertThat(polls.poll()).extracting(Post::id).containsExactlyInAnyOrder("localhost:1", "localhost:2");
        }
    }

    private static ForumSettings settings(String url, @Nullable String cookie) {
        return new ForumSettings(
                Polls.polling(), ZoneOffset.UTC, new ForumSettings.ListPages(url, 2), 30, null, cookie, Selectors.NONE);
    }

    private @Nullable Problem poll(String url, @Nullable String cookie, int posts) {
        ForumSettings settings = settings(url, cookie);
        assertThat(settings.toString() + settings.source()).doesNotContain("secret", "p%40ss");
        try (Polls polls = new Polls(settings)) {
            assertThat(polls.poll()).hasSize(posts);
            return polls.state().problem();
        }
    }

    private List<String> headers(String name) {
        return site.visits().stream()
                .distinct()
                .filter(path -> !path.equals("/robots.txt"))
                .flatMap(path -> site.requests(path).stream())
                .map(request -> Objects.requireNonNullElse(request.getHeaders().get(name), "none"))
                .toList();
    }

    private static Reply reply(int id) {
        return new Reply(id, "somebody", "text " + id, "");
    }
}
