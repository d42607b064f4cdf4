package io.tocsin.collector.connect.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.fetch.BadWeather;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stream that hangs up, falls silent, and says what is no event: every post arrives, and none is there twice. Posts of
 * the last seconds before a break come again, under their ids.
 */
class BlueskyBadDayTest {
    private static final int POSTS = 60;
    private static final List<String> GARBAGE =
            List.of("", "{", "null", "[[[[", "{\"kind\":\"commit\"}", "{\"time_us\":\"soon\"}", "<html>busy</html>");

    private final TestSite site = new TestSite();
    private final InventedNetwork network = new InventedNetwork();
    private final FetchSettings manners = new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(5), 1_000_000);
    private final HttpFetcher fetcher = new HttpFetcher(manners, this::now);
    private final BlueskyConnector connector = new BlueskyConnector(
            new BlueskySettings(Polls.polling(), site.url("/subscribe"), site.url("/"), List.of("acme")), fetcher);
    private final Map<String, Post> stored = new LinkedHashMap<>();
    private Instant now = Polls.NOON;
    private Cursor cursor = Cursor.START;

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPostArrivesInTheEndHoweverBadTheStream(long seed) {
        site.program(network::answer);
        begin();
        site.weather(new BadWeather(seed));
        Random random = new Random(seed);
        for (int number = 1; number <= POSTS; number++) {
            spoil(random);
            network.post(number, "acme " + number);
            if (random.nextBoolean()) {
                poll();
            }
        }

        pollUntil(POSTS + 1);

        assertThat(stored.values())
                .extracting(Post::text)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, POSTS)
                        .mapToObj(number -> "acme " + number)
                        .toList());
    }

    /** Until something came, there is no place in the stream to come back to. */
    private void begin() {
        poll();
        while (!network.isHeard()) {
            LockSupport.parkNanos(1_000_000);
        }
        network.post(0, "acme 0");
        pollUntil(1);
    }

    private void spoil(Random random) {
        switch (random.nextInt(10)) {
            case 0 -> network.sayGoodbye();
            case 1 -> network.fallSilent();
            case 2 -> network.garble(GARBAGE.get(random.nextInt(GARBAGE.size())));
            default -> {}
        }
    }

    private void pollUntil(int posts) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (stored.size() < posts) {
            assertThat(System.nanoTime()).as("only %s came", stored.size()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
            poll();
        }
    }

    private void poll() {
        now = now.plusSeconds(1);
        try {
            Harvest harvest = connector.harvest(cursor, now);
            harvest.posts().forEach(post -> stored.put(post.id(), post));
            cursor = harvest.cursor();
        } catch (SourceException trouble) {
            assertThat(trouble.problem().message()).isNotBlank();
        }
    }

    private Instant now() {
        return now;
    }
}
