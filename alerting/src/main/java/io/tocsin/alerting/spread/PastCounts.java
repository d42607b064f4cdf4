package io.tocsin.alerting.spread;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How many people complained in each of a row of equally long slots without a gap, the oldest first. */
final class PastCounts {
    static final int HOURS = 24;

    private final Duration length;
    private final int[] hours;
    private final int[] counts;

    PastCounts(Duration length, Instant start, int... counts) {
        this(length, hours(length, start, counts.length), counts);
    }

    private PastCounts(Duration length, int[] hours, int[] counts) {
        this.length = length;
        this.hours = hours;
        this.counts = counts;
    }

    private static int[] hours(Duration length, Instant start, int slots) {
        Instant middle = start.plus(length.dividedBy(2));
        return IntStream.range(0, slots)
                .map(slot -> hour(middle.plus(length.multipliedBy(slot))))
                .toArray();
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
        return hours[slot];
    }

    static int hour(Instant time) {
        return time.atZone(ZoneOffset.UTC).getHour();
    }

    /** The same, with every count larger than the limit cut down to it. */
    PastCounts cappedAt(int limit) {
        return new PastCounts(
                length,
                hours,
                Arrays.stream(counts).map(c -> Math.min(c, limit)).toArray());
    }

    /** The count that three of four slots do not exceed; 0 if there is no slot. */
    int upperQuartile() {
        return counts.length == 0 ? 0 : Arrays.stream(counts).sorted().toArray()[(counts.length - 1) * 3 / 4];
    }
}
