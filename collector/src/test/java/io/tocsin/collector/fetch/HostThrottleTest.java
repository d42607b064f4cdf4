package io.tocsin.collector.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class HostThrottleTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Answer ANSWER =
            new Answer(HttpUrl.get("http://example.org/"), 200, Headers.EMPTY, new byte[0], false);

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final HostThrottle throttle = new HostThrottle(clock, clock);

    @Test
    void theFirstRequestWaitsForNothingAndTheNextForThePause() throws Exception {
        Instant start = clock.instant();

        throttle.inTurn("a", PAUSE, () -> ANSWER);
        assertThat(clock.instant()).isEqualTo(start);

        throttle.inTurn("b", PAUSE, () -> ANSWER);
        assertThat(clock.instant()).isEqualTo(start);

        throttle.inTurn("a", PAUSE, () -> ANSWER);
        assertThat(clock.instant()).isEqualTo(start.plus(PAUSE));
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitLonger() throws Exception {
        throttle.inTurn("a", PAUSE, () -> ANSWER);
        clock.sleep(Duration.ofDays(-1));
        Instant start = clock.instant();

        throttle.inTurn("a", PAUSE, () -> ANSWER);

        assertThat(clock.instant()).isEqualTo(start.plus(PAUSE));
    }

    @Test
    void aHostNeverSeesTwoRequestsAtOnce() throws Exception {
        ConcurrentHashMap<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        AtomicInteger most = new AtomicInteger();
        Random random = new Random(7);
        List<String> hosts = IntStream.range(0, 200)
                .mapToObj(i -> "host" + random.nextInt(3))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Answer>> answers = hosts.stream()
                    .map(host -> threads.submit(() -> throttle.inTurn(host, PAUSE, () -> {
                        AtomicInteger here = inside.computeIfAbsent(host, h -> new AtomicInteger());
                        most.accumulateAndGet(here.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        here.decrementAndGet();
                        return ANSWER;
                    })))
                    .toList();
            for (Future<Answer> answer : answers) {
                answer.get();
            }
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void aFailedRequestFreesTheHost() throws Exception {
        SourceException failure = Failures.tooLarge(HttpUrl.get("http://example.org/"), 1);
        try {
            throttle.inTurn("a", PAUSE, () -> {
                throw failure;
            });
        } catch (SourceException expected) {
            assertThat(expected).isSameAs(failure);
        }
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            assertThat(other.submit(() -> throttle.inTurn("a", PAUSE, () -> ANSWER))
                            .get())
                    .isSameAs(ANSWER);
        }
    }
}
