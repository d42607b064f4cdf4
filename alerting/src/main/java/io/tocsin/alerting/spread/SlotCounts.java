package io.tocsin.alerting.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many were heard in each slot of a fixed grid of slots as long as a rule's window, and what is usual by
 * that.
 *
 * <p>What is usual is worked out anew when a slot has passed, or when the past turns out to have been different: not for
 * every complaint.
 */
final class SlotCounts {
    private final Heard heard;
    private final long length;
    private final NavigableMap<Long, Map<String, Integer>> slots = new TreeMap<>();

    private @Nullable Fit last;

    SlotCounts(Heard heard, Duration length) {
        this.heard = heard;
        this.length = length.toMillis();
    }

    private record Span(long first, long end, int hour) {}

    private record Fit(Span span, Baseline baseline) {}

    void add(Mention mention) {
        forgetFitOver(slot(mention));
        slots.computeIfAbsent(slot(mention), key -> new HashMap<>()).merge(heard.key(mention), 1, Integer::sum);
    }

    void remove(Mention mention) {
        forgetFitOver(slot(mention));
        slots.computeIfPresent(slot(mention), (key, voices) -> {
            voices.computeIfPresent(heard.key(mention), (voice, posts) -> posts == 1 ? null : posts - 1);
            return voices.isEmpty() ? null : voices;
        });
    }

    private void forgetFitOver(long slot) {
        if (last != null && slot < last.span.end) {
            last = null;
        }
    }

    /** What is usual in a slot that ends then, by the slots that lie wholly between the two times. */
    Baseline baseline(Instant from, Instant to, Instant end) {
        long first = Math.ceilDiv(from.toEpochMilli(), length);
        long past = Math.max(first, Math.floorDiv(to.toEpochMilli(), length));
        int hour = PastCounts.hour(end.minusMillis(length / 2));
        Span span = new Span(first, past, hour);
        if (last == null || !last.span.equals(span)) {
            last = new Fit(span, Baseline.from(counts(first, past), hour));
        }
        return last.baseline;
    }

    private PastCounts counts(long first, long end) {
        int[] counts = new int[Math.toIntExact(end - first)];
        slots.subMap(first, end).forEach((slot, voices) -> counts[Math.toIntExact(slot - first)] = voices.size());
        return new PastCounts(Duration.ofMillis(length), Instant.ofEpochMilli(first * length), counts);
    }

    private long slot(Mention mention) {
        return Math.floorDiv(mention.writtenAt().toEpochMilli(), length);
    }
}
