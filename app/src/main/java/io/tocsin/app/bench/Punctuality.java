package io.tocsin.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How late polls begin. */
final class Punctuality {
    private final Duration every;
    private Instant begin = Instant.MAX;
    private final List<Duration> delays = new ArrayList<>();

    Punctuality(Duration every) {
        this.every = every;
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
        Duration since = Duration.between(begin.plus(first), now);
        delays.add(since.isNegative() ? Duration.ZERO : since.minus(every.multipliedBy(since.dividedBy(every))));
    }

    /** How many polls there were. */
    synchronized int polls() {
        return delays.size();
    }

    /** So many polls of a hundred were no later than this. */
    synchronized Duration percentile(double percent) {
        List<Duration> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        int place = (int) Math.ceil(sorted.size() * percent / 100) - 1;
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, place));
    }
}
