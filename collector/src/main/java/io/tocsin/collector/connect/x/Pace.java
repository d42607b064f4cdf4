package io.tocsin.collector.connect.x;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast reads come by a stream, and so how many may be on their way: sent and counted by X, but not yet here. Nobody
 * but X knows that number; twice what came within the last second is more than can be under way in the fraction of it
 * that hanging up takes, also while a burst still grows.
 */
final class Pace {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int FEWEST = 20;

    private final Deque<Came> lately = new ArrayDeque<>();
    private int sum;

    private record Came(Instant at, int reads) {}

    void note(int reads, Instant now) {
        lately.addLast(new Came(now, reads));
        sum += reads;
    }

    /** How many reads to keep back for what may be on its way. */
    int onTheWay(Instant now) {
        while (!lately.isEmpty() && lately.getFirst().at().isBefore(now.minus(SECOND))) {
            sum -= lately.removeFirst().reads();
        }
        return FEWEST + 2 * sum;
    }
}
