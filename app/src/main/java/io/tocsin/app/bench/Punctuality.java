package io.tocsin.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How late polls begin, to the millisecond; an hour of them takes no more memory than a minute. */
final class Punctuality {
    private final Duration every;
    private final int[] pollsByDelay;
    private Instant begin = Instant.MAX;

    Punctuality(Duration every) {
        this.every = every;
        this.pollsByDelay = new int[Math.toIntExact(every.toMillis())];
    }

    /** The schedule begins. */
    synchronized void begin(Instant now) {
        begin = now;
    }

    /**
     * A poll begins.
     *
     * @param first how long after the schedule the first poll of its source was due
     */
    synchronized void note(Duration first, Instant now) {
        long since = Math.max(0, Duration.between(begin.plus(first), now).toMillis());
        pollsByDelay[(int) (since % every.toMillis())]++;
    }

    /** How many polls there were. */
    synchronized int polls() {
        return Arrays.stream(pollsByDelay).sum();
    }

    /** So many polls of a hundred were no later than this. */
    synchronized Duration percentile(double percent) {
        double wanted = polls() * percent / 100;
        int delay = 0;
        for (int polls = pollsByDelay[0]; polls < wanted; polls += pollsByDelay[delay]) {
            delay++;
        }
        return Duration.ofMillis(delay);
    }
}
