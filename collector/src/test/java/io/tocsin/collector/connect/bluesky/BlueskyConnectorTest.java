package io.tocsin.collector.connect.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlueskyConnectorTest {
    private static final FetchSettings MANNERS =
            new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(5), 1_000_000);

    private final TestSite site = new TestSite();
    private final InventedNetwork network = new InventedNetwork();
    private final HttpFetcher fetcher = new HttpFetcher(MANNERS, () -> Polls.NOON);
    private final List<Post> posts = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private Instant now = Polls.NOON;
    private Cursor cursor = Cursor.START;
    private BlueskyConnector connector = connector();

    @BeforeEach
    void serve() {
        site.program(network::answer);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void readsEveryFieldOfAPostWithAWordAndNoOther() throws SourceException {
        listen();
        network.post(1, "nothing of interest");
        network.post(2, "My ACME phone burns", """
                ,"langs":["en"],"reply":{"root":{"uri":"at://did:plc:bo/app.bsky.feed.post/r"},"parent":{"uri":"at://did:plc:bo/app.bsky.feed.post/p"}}""");
        network.post(3, "看看爱可美", ",\"embed\":{\"record\":{\"uri\":\"at://did:plc:bo/app.bsky.feed.post/q\"}}");

        pollUntil(() -> posts.size() == 2);

        assertThat(posts.getFirst())
                .isEqualTo(Post.builder(
                                "bluesky:at://did:plc:ann/app.bsky.feed.post/k2",
                                "bluesky",
                                "My ACME phone burns",
                                Instant.parse("2026-03-01T12:00:00.457Z"))
                        .url("https://bsky.app/profile/did:plc:ann/post/k2")
                        .language("en")
                        .author(new Author("bluesky:did:plc:ann", "ann.test", "Ann", 1203L, null, null, null))
                        .inReplyTo("bluesky:at://did:plc:bo/app.bsky.feed.post/p")
                        .root("bluesky:at://did:plc:bo/app.bsky.feed.post/r")
                        .build());
        assertThat(posts.getLast().repostOf()).isEqualTo("bluesky:at://did:plc:bo/app.bsky.feed.post/q");
        assertThat(network.profileCalls).as("an author is asked for once").hasValue(1);
    }

    @Test
    void readsWhatIsSaidToAPostWithAWordAndWhoPassesItOn() throws SourceException {
        String first = "at://did:plc:ann/app.bsky.feed.post/k1";
        String reply = ",\"reply\":{\"root\":{\"uri\":\"%1$s\"},\"parent\":{\"uri\":\"%1$s\"}}";
        listen();
        network.post(1, "acme burns");
        network.post(2, "mine too", reply.formatted(first));
        network.post(3, "unheard of", reply.formatted("at://did:plc:bo/app.bsky.feed.post/other"));
        network.repost(4, first);
        network.repost(5, "at://did:plc:bo/app.bsky.feed.post/other");
        network.post(6, "acme, the end");

        pollUntil(() -> posts.size() == 4);

        assertThat(posts).extracting(Post::text).containsExactly("acme burns", "mine too", "", "acme, the end");
        assertThat(posts.get(2).repostOf()).isEqualTo("bluesky:" + first);
        assertThat(posts.get(2).id()).isEqualTo("bluesky:at://did:plc:ann/app.bsky.feed.repost/k4");
    }

    @Test
    void beginsWithThePresent() throws SourceException {
        network.post(1, "acme, long ago");
        listen();
        network.post(2, "acme, now");

        pollUntil(() -> !posts.isEmpty());

        assertThat(posts).extracting(Post::text).containsExactly("acme, now");
    }

    @Test
    void goesOnWhereItStoppedAfterTheServerHungUp() throws SourceException {
        listen();
        network.post(1, "acme 1");
        pollUntil(() -> posts.size() == 1);

        network.sayGoodbye();
        network.post(2, "acme 2");
        network.post(3, "acme 3");
        pollUntil(() -> posts.stream().anyMatch(post -> post.text().equals("acme 3")));

        assertThat(posts).extracting(Post::text).contains("acme 1", "acme 2", "acme 3");
        assertThat(network.cursors.getLast())
                .as("five seconds before the last event that was taken")
                .isEqualTo(Long.toString(InventedNetwork.BEGIN - 5_000_000));
    }

    @Test
    void readsOnAfterARestart() throws SourceException {
        listen();
        network.post(1, "acme 1");
        pollUntil(() -> posts.size() == 1);
        connector = connector();
        network.post(2, "acme 2");

        pollUntil(() -> posts.stream().anyMatch(post -> post.text().equals("acme 2")));
    }

    @Test
    void whatIsSaidToAPostFromBeforeARestartIsReadIfSomebodyRemindsOfIt() throws SourceException {
        listen();
        network.post(1, "acme 1");
        pollUntil(() -> posts.size() == 1);
        connector = connector();
        connector.remind(posts.stream().map(Post::id).toList());
        String first = "at://did:plc:ann/app.bsky.feed.post/k1";
        network.post(
                2,
                "mine too",
                ",\"reply\":{\"root\":{\"uri\":\"%1$s\"},\"parent\":{\"uri\":\"%1$s\"}}".formatted(first));

        pollUntil(() -> posts.stream().anyMatch(post -> post.text().equals("mine too")));
    }

    @Test
    void anEditThatTakesTheWordAwayIsTakenIn() throws SourceException {
        listen();
        network.post(1, "acme 1");
        network.commit(
                1,
                "\"operation\":\"update\",\"record\":{\"text\":\"never mind\",\"createdAt\":\"2026-03-01T12:00:00Z\"}");

        pollUntil(() -> posts.size() == 2);

        assertThat(posts).extracting(Post::text).containsExactly("acme 1", "never mind");
    }

    @Test
    void whatCouldNotBeStoredComesAgain() throws SourceException {
        listen();
        network.post(1, "acme 1");
        pollUntil(() -> posts.size() == 1);
        Cursor stored = cursor;
        network.post(2, "acme 2");
        pollUntil(() -> posts.size() == 2);

        cursor = stored;
        posts.clear();

        pollUntil(() -> posts.stream().anyMatch(post -> post.text().equals("acme 2")));
    }

    @Test
    void saysWhichPostsWereWithdrawnAndTakesAnEditAsNews() throws SourceException {
        listen();
        network.post(1, "acme 1");
        network.commit(
                1,
                "\"operation\":\"update\",\"record\":{\"text\":\"acme, edited\",\"createdAt\":\"2026-03-01T12:00:00Z\"}");
        network.delete(1);

        pollUntil(() -> !gone.isEmpty());

        assertThat(posts).extracting(Post::text).containsExactly("acme 1", "acme, edited");
        assertThat(gone).containsExactly("bluesky:at://did:plc:ann/app.bsky.feed.post/k1");
    }

    @Test
    void withAnAccountAllItsPostsGo() throws SourceException {
        listen();
        network.post(1, "acme 1");
        network.post(2, "acme 2");
        network.event(
                "\"did\":\"did:plc:bo\",\"kind\":\"account\",\"account\":{\"active\":false,\"status\":\"deleted\"}");
        network.event(
                "\"did\":\"did:plc:ann\",\"kind\":\"account\",\"account\":{\"active\":false,\"status\":\"deleted\"}");

        pollUntil(() -> !gone.isEmpty());

        assertThat(gone)
                .containsExactlyInAnyOrder(
                        "bluesky:at://did:plc:ann/app.bsky.feed.post/k1",
                        "bluesky:at://did:plc:ann/app.bsky.feed.post/k2");
    }

    @Test
    void oddEventsStopNothing() throws SourceException {
        listen();
        network.event("\"kind\":\"identity\",\"identity\":{}");
        network.event("\"kind\":\"commit\",\"commit\":{\"collection\":\"app.bsky.feed.like\"}");
        network.commit(1, "\"operation\":\"create\",\"record\":{\"createdAt\":5}");
        network.commit(
                2, "\"operation\":\"create\",\"record\":{\"text\":\"acme at an odd time\",\"createdAt\":\"tomorrow\"}");

        pollUntil(() -> !posts.isEmpty());

        assertThat(posts.getFirst().createdAt()).as("when the server saw it").isEqualTo(Polls.NOON.plusSeconds(3));
    }

    @Test
    void aServerThatRefusesIsSaidAndTriedAgain() throws SourceException {
        network.refusal = 503;
        assertThatThrownBy(this::poll).isInstanceOfSatisfying(SourceException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.NETWORK);
            assertThat(e.problem().message()).contains("was answered with 503", "/subscribe");
        });

        network.refusal = 0;
        poll();
    }

    @Test
    void aStreamThatStopsWithoutClosingIsNoticedAndOpenedAnew() throws SourceException {
        listen();
        network.post(1, "acme 1");
        pollUntil(() -> posts.size() == 1);

        now = now.plus(Duration.ofMinutes(3));
        assertThatThrownBy(this::poll).hasMessageContaining("nothing has come");
        listen();
        network.post(2, "acme 2");
        pollUntil(() -> posts.stream().anyMatch(post -> post.text().equals("acme 2")));
    }

    @Test
    void aCursorOfAnotherVersionOfTheInterfaceIsNotSent() throws SourceException {
        cursor = new Cursor("{\"version\":2,\"time\":7}");
        listen();
        network.post(1, "acme");
        pollUntil(() -> !posts.isEmpty());

        assertThat(network.cursors).containsExactly("");
    }

    @Test
    void countsPostsAgainWithTheFollowersOfTheirAuthors() throws SourceException {
        site.put(
                "/xrpc/app.bsky.feed.getPosts?uris=at%3A%2F%2Fdid%3Aplc%3Aann%2Fapp.bsky.feed.post%2Fk1"
                        + "&uris=at%3A%2F%2Fdid%3Aplc%3Aann%2Fapp.bsky.feed.post%2Fk2",
                TestSite.page("""
                {"posts":[{"uri":"at://did:plc:ann/app.bsky.feed.post/k1","author":{"did":"did:plc:ann","handle":"ann.test"},
                  "record":{"text":"acme 1","createdAt":"nonsense"},"replyCount":1,"repostCount":2,"likeCount":3,
                  "quoteCount":0,"indexedAt":"2026-03-01T11:00:00.000Z"}]}
                """));

        List<Reading> readings = connector.recount(
                List.of(
                        "bluesky:at://did:plc:ann/app.bsky.feed.post/k1",
                        "bluesky:at://did:plc:ann/app.bsky.feed.post/k2"),
                now);

        assertThat(readings.getFirst()).isInstanceOfSatisfying(Reading.Seen.class, seen -> {
            assertThat(seen.post().engagement()).isEqualTo(new Engagement(2L, 1L, 3L, null));
            assertThat(seen.post().author())
                    .isEqualTo(new Author("bluesky:did:plc:ann", "ann.test", "Ann", 1203L, null, null, null));
            assertThat(seen.post().createdAt()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
        });
        assertThat(readings.getLast()).isEqualTo(new Reading.Gone("bluesky:at://did:plc:ann/app.bsky.feed.post/k2"));
    }

    private BlueskyConnector connector() {
        return new BlueskyConnector(
                new BlueskySettings(Polls.polling(), site.url("/subscribe"), site.url("/"), List.of("acme", "爱可美")),
                fetcher);
    }

    private void poll() throws SourceException {
        Harvest harvest = connector.harvest(cursor, now);
        posts.addAll(harvest.posts());
        gone.addAll(harvest.gone());
        cursor = harvest.cursor();
    }

    private void listen() throws SourceException {
        poll();
        pollUntil(network::isHeard);
    }

    private void pollUntil(BooleanSupplier done) throws SourceException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("nothing came in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
            poll();
        }
    }
}
