package io.tocsin.collector.connect.feed;

import static io.tocsin.collector.fetch.TestSite.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.Collector;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.Connectors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.fetch.BadWeather;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.TestClock;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import io.tocsin.collector.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed on a bad day: every item arrives, as it was last written, and not twice. */
class FeedFaultsTest {
    private static final int ROUNDS = 40;
    private static final int IN_FEED = 20;
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Map<Integer, String> written = new LinkedHashMap<>();
    private final List<String> versions = new ArrayList<>();
    private final List<Post> arrived = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyItemArrivesOnceForEveryVersionThatWasSeen(long seed) {
        Random random = new Random(seed);
        Memory all = Memory.ofProcess();
        Sources memory = all.sources();
        try (TestSite site = new TestSite();
                HttpFetcher fetcher =
                        new HttpFetcher(new FetchSettings(null, Duration.ZERO, TIMEOUT, 1_000_000), clock)) {
            site.weather(new BadWeather(seed));
            FeedSettings feed = new FeedSettings("news", site.url("/feed"), Duration.ofMinutes(5), true);
            CollectorSettings settings = new CollectorSettings(FetchSettings.DEFAULT, List.of(feed));
            for (int round = 0; round < ROUNDS; round++) {
                write(random);
                site.put("/feed", page(rss()).addHeader("ETag", "\"" + round + "\""));
                readUntilHealthy(
                        memory,
                        () -> new Collector(
                                Connectors.create(settings, fetcher, all.paidReads()),
                                all,
                                arrived::addAll,
                                clock,
                                random));
            }
        }

        assertThat(arrived).extracting(Post::text).containsExactlyInAnyOrderElementsOf(versions);
        Map<String, String> last = arrived.stream().collect(Collectors.toMap(Post::id, Post::text, (a, b) -> b));
        assertThat(last)
                .isEqualTo(written.entrySet().stream()
                        .collect(Collectors.toMap(item -> "localhost:" + item.getKey(), Map.Entry::getValue)));
    }

    /** A new item, and sometimes another version of an earlier one. */
    private void write(Random random) {
        publish(written.size(), "item " + written.size());
        int earlier = 1 + random.nextInt(IN_FEED * 3);
        if (earlier < IN_FEED && earlier < written.size()) {
            int id = written.size() - 1 - earlier;
            publish(id, written.get(id) + "!");
        }
    }

    private void publish(int id, String text) {
        written.put(id, text);
        versions.add(text);
    }

    /** Polls; every time by a new collector, as after a restart. */
    private void readUntilHealthy(Sources memory, Supplier<Collector> collectors) {
        Instant begin = clock.instant();
        do {
            collectors.get().collect("news");
            clock.sleep(Duration.ofHours(2));
        } while (!wasRead(memory.state("news"), begin));
    }

    private static boolean wasRead(SourceState state, Instant since) {
        return state.health() == Health.HEALTHY
                && state.lastSuccess() != null
                && !state.lastSuccess().isBefore(since);
    }

    private String rss() {
        String items = written.entrySet().stream()
                .skip(Math.max(0, written.size() - IN_FEED))
                .map(item -> "<item><guid>%d</guid><title>%s</title></item>".formatted(item.getKey(), item.getValue()))
                .collect(Collectors.joining());
        return "<rss version=\"2.0\"><channel><title>f</title><link>http://example.org/</link><description>f</description>"
                + items + "</channel></rss>";
    }
}
