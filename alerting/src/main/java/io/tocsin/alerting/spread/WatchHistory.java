package io.tocsin.alerting.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The complaints about one watch. */
final class WatchHistory {
    /** Beyond it the oldest are forgotten, whatever their age. */
    static final int MOST = 200_000;

    private final NavigableSet<Mention> mentions = new TreeSet<>(Mention.OLDEST_FIRST);
    private final Map<String, Mention> byPost = new HashMap<>();
    private final Map<Heard, Map<Duration, SlotCounts>> slots = new EnumMap<>(Heard.class);

    WatchHistory(Collection<Duration> windows) {
        for (Heard heard : Heard.values()) {
            slots.put(
                    heard,
                    windows.stream()
                            .collect(Collectors.toMap(window -> window, window -> new SlotCounts(heard, window))));
        }
    }

    void add(Mention mention) {
        remove(mention.post());
        byPost.put(mention.post(), mention);
        mentions.add(mention);
        counts().forEach(counts -> counts.add(mention));
        forgetTheOld();
    }

    void remove(String post) {
        Mention mention = byPost.remove(post);
        if (mention != null) {
            mentions.remove(mention);
            counts().forEach(counts -> counts.remove(mention));
        }
    }

    private Stream<SlotCounts> counts() {
        return slots.values().stream().flatMap(lengths -> lengths.values().stream());
    }

    boolean knows(String post) {
        return byPost.containsKey(post);
    }

    private void forgetTheOld() {
        Instant tooOld = mentions.getLast().writtenAt().minus(ComplaintHistory.REACH.multipliedBy(2));
        while (mentions.size() > MOST || mentions.getFirst().writtenAt().isBefore(tooOld)) {
            remove(mentions.getFirst().post());
        }
    }

    NavigableSet<Mention> between(Instant after, Instant upTo) {
        return mentions.subSet(lowest(after), false, lowest(upTo), false);
    }

    /** Stands between the mentions written at that time and the later ones. */
    private static Mention lowest(Instant time) {
        return new Mention("", "", "", null, time.plusNanos(1), 0, List.of());
    }

    /** What is usual in a window that ends then, by what was written between the two times. */
    Baseline baseline(Heard heard, Duration window, Instant from, Instant to, Instant end) {
        return counts(heard, window).baseline(from, to, end);
    }

    private SlotCounts counts(Heard heard, Duration window) {
        return Objects.requireNonNull(slots.get(heard))
                .computeIfAbsent(window, length -> new SlotCounts(heard, length));
    }
}
