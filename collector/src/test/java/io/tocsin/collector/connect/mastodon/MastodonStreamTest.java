package io.tocsin.collector.connect.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.collector.Collector;
import io.tocsin.collector.Memory;
import io.tocsin.collector.connect.Broadcast;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.TestClock;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonStreamTest {
    private final TestSite site = new TestSite();
    private final Broadcast streams = new Broadcast(":thump");
    private final TreeMap<Integer, String> statuses = new TreeMap<>();
    private final TestClock clock = new TestClock(Polls.NOON);
    private final HttpFetcher fetcher =
            new HttpFetcher(new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(20), 1_000_000), clock);
    private final Memory memory = Memory.ofProcess();
    private final List<Post> arrived = new ArrayList<>();
    private List<String> search = List.of();
    private Duration silence = Duration.ofSeconds(60);
    private boolean streamIsThere = true;
    private boolean storeIsAway;
    private Collector collector = collector();

    @BeforeEach
    void begin() {
        site.program(this::answer);
    }

    @AfterEach
    void end() {
        collector.close();
        streams.close();
        site.close();
        fetcher.close();
    }

    @Test
    void whatTheServerSaysArrivesWithoutAsking() {
        publish("first");
        poll();
        long asked = asked();

        publish("second");

        pollUntilAllArrived();
        assertThat(asked()).isEqualTo(asked);
        assertThat(site.visits()).contains("/api/v1/streaming/hashtag?tag=acme");
        assertThat(state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void editsAreTakenInAndDeletionsTakeTheTextAway() {
        int id = publish("first");
        pollUntilAllArrived();
        statuses.put(id, "edited");
        streams.send("event: status.update\ndata: " + status(id) + "\n");
        await().untilAsserted(() -> {
            poll();
            assertThat(arrived).last().extracting(Post::text).isEqualTo("edited");
        });

        streams.send("event: delete\ndata: " + id + "\n");

        await().untilAsserted(() -> {
            poll();
            assertThat(arrived).last().satisfies(post -> {
                assertThat(post.id()).isEqualTo("mastodon:localhost/" + id);
                assertThat(post.text()).isEmpty();
                assertThat(post.author()).isNull();
            });
        });
    }

    @Test
    void wordsAreListenedForInAllThatIsPublic() {
        search = List.of("Acme phone");
        restart();
        poll();
        streams.send("event: update\ndata: " + status(901, "nothing of interest", "x") + "\n");
        streams.send("event: update\ndata: " + status(902, "the phone of ACME smokes", "x") + "\n");
        streams.send("event: update\ndata: " + status(903, "tagged", "Acme") + "\n");

        await().untilAsserted(() -> {
            poll();
            assertThat(arrived)
                    .extracting(Post::id)
                    .containsExactly("mastodon:localhost/902", "mastodon:localhost/903");
        });
        assertThat(site.visits()).contains("/api/v1/streaming/public");
    }

    @Test
    void largeServersSayFromWhereTheyStream() {
        site.put(
                "/api/v2/instance",
                TestSite.page("{\"configuration\":{\"urls\":{\"streaming\":\"%s\"}}}"
                        .formatted(site.url("/elsewhere").replaceFirst("http", "ws"))));

        poll();

        assertThat(site.visits()).contains("/elsewhere/api/v1/streaming/hashtag?tag=acme");
    }

    @Test
    void aGapOfAnyLengthIsClosedForwardFromWhereTheStreamStopped() {
        publish("first");
        pollUntilAllArrived();
        int last = publish("second");
        pollUntilAllArrived();
        streams.hangUp();
        for (int i = 0; i < 130; i++) {
            publish("missed " + i);
        }

        pollUntilAllArrived();

        assertThat(site.visits()).anyMatch(path -> path.contains("min_id=" + last));
        assertThat(arrived.stream().map(Post::id).distinct().count()).isEqualTo(132);
    }

    @Test
    void aStreamThatStopsWithoutClosingIsNoticed() {
        silence = Duration.ofMillis(400);
        restart();
        poll();
        streams.fallSilent();
        publish("unheard");

        pollUntilAllArrived();
    }

    @Test
    void withoutAStreamTheServerIsAskedAndThatIsSaid() {
        streamIsThere = false;
        publish("first");

        poll();

        assertThat(arrived).hasSize(1);
        assertThat(Objects.requireNonNull(state().problem()).kind()).isEqualTo(Problem.Kind.STREAM);
        assertThat(Objects.requireNonNull(state().problem()).message()).doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostWhateverHappens(long seed) {
        Random random = new Random(seed);
        poll();
        for (int i = 0; i < 60; i++) {
            switch (random.nextInt(8)) {
                case 0 -> streams.hangUp();
                case 1 -> restart();
                case 2 -> streamIsThere = random.nextBoolean();
                case 3 -> storeIsAway = random.nextBoolean();
                case 4 -> poll();
                default -> publish("text " + i);
            }
            clock.sleep(Duration.ofSeconds(random.nextInt(90)));
        }
        streamIsThere = true;
        storeIsAway = false;
        clock.sleep(Duration.ofHours(2));

        pollUntilAllArrived();
    }

    @Test
    void aStreamNeedsAToken() {
        assertThatThrownBy(() -> new MastodonSettings(
                        Polls.polling(), "https://m.example/", List.of("acme"), List.of(), null, true))
                .hasMessageContaining("'token'");
    }

    private int publish(String text) {
        int id = statuses.isEmpty() ? 1 : statuses.lastKey() + 1;
        synchronized (this) {
            statuses.put(id, text);
        }
        streams.send("event: update\ndata: " + status(id) + "\n");
        return id;
    }

    private void poll() {
        collector.collect("test");
    }

    private void pollUntilAllArrived() {
        await().untilAsserted(() -> {
            poll();
            assertThat(arrived.stream().map(Post::id).distinct())
                    .containsExactlyInAnyOrderElementsOf(statuses.keySet().stream()
                            .map(id -> "mastodon:localhost/" + id)
                            .toList());
        });
    }

    private SourceState state() {
        return memory.sources().state("test");
    }

    private long asked() {
        return site.visits().stream().filter(path -> path.contains("timelines")).count();
    }

    private void restart() {
        collector.close();
        collector = collector();
    }

    private Collector collector() {
        MastodonSettings settings =
                new MastodonSettings(Polls.polling(), site.url("/"), List.of("acme"), search, "hidden", true);
        MastodonConnector connector = new MastodonConnector(settings, fetcher, silence);
        return new Collector(Map.of(settings.source(), connector), memory, this::store, clock, new Random(1));
    }

    private void store(List<Post> posts) {
        if (storeIsAway) {
            throw new IllegalStateException("the store is away");
        }
        arrived.addAll(posts);
    }

    private synchronized Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        String path = url.encodedPath();
        if (path.contains("/api/v1/streaming/")) {
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer hidden");
            return Optional.of(
                    streamIsThere
                            ? streams.answer().addHeader("Content-Type", "text/event-stream")
                            : TestSite.status(503));
        }
        if (path.equals("/api/v2/search")) {
            return Optional.of(TestSite.page("{\"statuses\":[]}"));
        }
        return path.equals("/api/v1/timelines/tag/acme")
                ? Optional.of(TestSite.page(page(url.queryParameter("min_id"))))
                : Optional.empty();
    }

    /** The newest, or those that follow a status; the newest first. */
    private String page(@Nullable String after) {
        List<Integer> ids = new ArrayList<>(statuses.keySet());
        List<Integer> some = after == null
                ? ids.subList(Math.max(0, ids.size() - 40), ids.size())
                : ids.stream()
                        .filter(id -> id > Integer.parseInt(after))
                        .limit(40)
                        .toList();
        return some.reversed().stream().map(this::status).collect(Collectors.joining(",", "[", "]"));
    }

    private String status(int id) {
        return status(id, Objects.requireNonNull(statuses.get(id)), "acme");
    }

    private static String status(int id, String text, String tag) {
        return """
                {"id":"%d","created_at":"2026-03-01T10:00:00Z","content":"%s","tags":[{"name":"%s"}],\
                "account":{"id":"4","acct":"ann","followers_count":1203}}\
                """.formatted(id, text, tag);
    }
}
