package io.tocsin.alerting.spread;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/**
 * The complaints of the last weeks about every watch, in memory: rebuilt from the stored posts at every start.
 *
 * <p>One post counts once however often it is read, and as it was read last. A bare repost says nothing of its own and
 * does not count. Not safe for use by several threads.
 */
public final class ComplaintHistory {
    /** How far back it reaches: four weeks, so that every hour of the day was seen on many days. */
    public static final Duration REACH = Duration.ofDays(28);

    private final Set<Duration> windows;
    private final Map<String, WatchHistory> watches = new HashMap<>();
    private Instant listeningSince = Instant.MAX;

    /** Counts for windows of these lengths. */
    public ComplaintHistory(Collection<Duration> windows) {
        this.windows = Set.copyOf(windows);
    }

    public void add(AnalyzedPost analyzed) {
        Instant known = analyzed.post().knownAt();
        listeningSince = known.isBefore(listeningSince) ? known : listeningSince;
        watches.values().forEach(watch -> watch.remove(analyzed.post().id()));
        if (counts(analyzed)) {
            Mention mention = Mention.of(analyzed);
            analyzed.analysis().watches().forEach(watch -> of(watch).add(mention));
        }
    }

    private static boolean counts(AnalyzedPost analyzed) {
        boolean bareRepost =
                analyzed.post().repostOf() != null && analyzed.post().text().isBlank();
        return analyzed.analysis().complaint().label() && !bareRepost;
    }

    private WatchHistory of(String watch) {
        return watches.computeIfAbsent(watch, name -> new WatchHistory(windows));
    }

    /** The watches that somebody complained about. */
    public Set<String> watches() {
        return Set.copyOf(watches.keySet());
    }

    /** The complaints about the watch written after the first time and up to the second, oldest first. */
    public List<Mention> between(String watch, Instant after, Instant upTo) {
        return List.copyOf(range(watch, after, upTo));
    }

    private NavigableSet<Mention> range(String watch, Instant after, Instant upTo) {
        return of(watch).between(after, upTo);
    }

    /** The same without those that say again what another of them says: of these only the first is left. */
    public List<Mention> independent(String watch, Instant after, Instant upTo) {
        Set<String> origins = new HashSet<>();
        return range(watch, after, upTo).stream()
                .filter(mention -> origins.add(mention.origin()))
                .toList();
    }

    /** How many people complained about the watch after the first time and up to the second; each counts once. */
    public int voices(Heard heard, String watch, Instant after, Instant upTo) {
        List<Mention> mentions = switch (heard) {
            case INDEPENDENT -> independent(watch, after, upTo);
            case EVERYBODY -> between(watch, after, upTo);
        };
        return Math.toIntExact(mentions.stream().map(Mention::voice).distinct().count());
    }

    /** Whether that post is known as a complaint about the watch. */
    public boolean knows(String watch, String post) {
        return of(watch).knows(post);
    }

    /**
     * How many complain usually in a window like the one that ends at that time, by what came before the window.
     *
     * <p>Before Tocsin listened, only part of what was written is known. That part can show that much is usual here, but
     * not that little is: it is used only where it makes the count less remarkable.
     *
     * @param window one of the lengths that are counted for
     * @param count the number of people that is to be judged
     */
    public Baseline baseline(Heard heard, String watch, Duration window, Instant end, int count) {
        WatchHistory history = of(watch);
        Instant start = end.minus(window);
        Instant dayBefore = start.minus(Duration.ofDays(1));
        Baseline listened = history.baseline(heard, window, later(start.minus(REACH), listeningSince), start, end);
        if (!listeningSince.isAfter(dayBefore)) {
            return listened;
        }
        Baseline read = history.baseline(heard, window, dayBefore, start, end);
        return read.chance(count) > listened.chance(count) ? read : listened;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
