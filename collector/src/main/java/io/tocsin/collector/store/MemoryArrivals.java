package io.tocsin.collector.store;

import io.tocsin.collector.source.Arrivals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers arrivals until the process ends. */
public final class MemoryArrivals implements Arrivals {
    private final Map<String, TreeMap<Instant, Hour>> hours = new HashMap<>();

    @Override
    public synchronized void add(String source, Instant now, long posts) {
        Instant start = now.truncatedTo(ChronoUnit.HOURS);
        hours.computeIfAbsent(source, name -> new TreeMap<>())
                .merge(
                        start,
                        new Hour(start, posts, posts > 0 ? now : start),
                        (known, more) ->
                                new Hour(start, known.posts() + posts, posts > 0 ? more.last() : known.last()));
    }

    @Override
    public synchronized List<Hour> since(String source, Instant from) {
        return List.copyOf(
                hours.getOrDefault(source, new TreeMap<>()).tailMap(from, true).values());
    }

    @Override
    public synchronized void forget(Instant before) {
        hours.values().forEach(known -> known.headMap(before, false).clear());
    }
}
