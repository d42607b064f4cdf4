package io.tocsin.collector;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to leave a source alone after it failed: twice as long each time, up to a limit, and a random part less, so
 * that sources that failed together do not come back together ("full jitter" of the exponential back-off, by half).
 */
final class BackOff {
    static final Duration LIMIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private BackOff() {}

    /**
     * @param first the wait after the first failure, before the random part is taken off
     * @param failuresInRow from 1
     */
    static Duration after(Duration first, int failuresInRow, RandomGenerator random) {
        Duration wait = first.multipliedBy(1L << Math.min(failuresInRow - 1, MOST_DOUBLINGS));
        Duration bounded = wait.compareTo(LIMIT) < 0 ? wait : LIMIT;
        return Duration.ofMillis((long) (bounded.toMillis() * (1 - random.nextDouble() / 2)));
    }
}
