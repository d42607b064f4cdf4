package io.tocsin.alerting.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How many people complained in each of a row of equally long slots without a gap, the oldest first. */
final class PastCounts {
    static final int HOURS = 24;

    private final Duration length;
    private final Instant start;
    private final int[] counts;

    PastCounts(Duration length, Instant start, int... counts) {
        this.length = length;
        this.start = start;
        this.counts = counts;
    }

    Duration length() {
        return length;
    }

    int size() {
        return counts.length;
    }

    int count(int slot) {
        return counts[slot];
    }

    /** The hour of the day (UTC) in which the slot's middle lies, 0 to 23. */
    int hour(int slot) {
        long middle = start.getEpochSecond() + (long) ((slot + 0.5) * length.toSeconds());
        return hour(middle);
    }

    static int hour(long epochSecond) {
        return (int) Math.floorMod(Math.floorDiv(epochSecond, 3600L), (long) HOURS);
    }

    /** The same, with every count larger than the limit cut down to it. */
    PastCounts cappedAt(int limit) {
        return new PastCounts(
                length,
                start,
                Arrays.stream(counts).map(c -> Math.min(c, limit)).toArray());
    }

    /** The count that three of four slots do not exceed; 0 if there is no slot. */
    int upperQuartile() {
        return counts.length == 0 ? 0 : Arrays.stream(counts).sorted().toArray()[(counts.length - 1) * 3 / 4];
    }
}
