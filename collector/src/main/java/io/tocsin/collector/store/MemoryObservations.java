package io.tocsin.collector.store;

import io.tocsin.collector.growth.Followed;
import io.tocsin.collector.growth.Observations;
import io.tocsin.collector.post.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers how posts grew until the process ends. */
public final class MemoryObservations implements Observations {
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, TreeMap<Instant, Observation>> readings = new HashMap<>();

    private record Row(String source, Followed post) {}

    @Override
    public synchronized void save(String source, Collection<Followed> posts, Collection<Observation> read) {
        posts.forEach(post -> rows.put(post.id(), new Row(source, post)));
        read.forEach(one ->
                readings.computeIfAbsent(one.postId(), id -> new TreeMap<>()).put(one.at(), one));
    }

    @Override
    public synchronized List<Followed> due(String source, Instant now, int most) {
        record Due(Instant at, Followed post) {}
        List<Due> due = new ArrayList<>();
        for (Row row : rows.values()) {
            Instant at = row.post().due();
            if (row.source().equals(source) && at != null && !at.isAfter(now)) {
                due.add(new Due(at, row.post()));
            }
        }
        return due.stream()
                .sorted(Comparator.comparing(Due::at)
                        .thenComparing(one -> one.post().id()))
                .limit(most)
                .map(Due::post)
                .toList();
    }

    @Override
    public synchronized List<Followed> find(String source, Collection<String> ids) {
        return ids.stream()
                .distinct()
                .map(rows::get)
                .filter(row -> row != null && row.source().equals(source))
                .map(Row::post)
                .toList();
    }

    @Override
    public synchronized List<String> newest(String source, int most) {
        return rows.values().stream()
                .filter(row -> row.source().equals(source) && row.post().goneAt() == null)
                .map(Row::post)
                .sorted(Comparator.comparing(Followed::written).reversed().thenComparing(Followed::id))
                .limit(most)
                .map(Followed::id)
                .toList();
    }

    @Override
    public synchronized List<Observation> of(String postId) {
        return List.copyOf(readings.getOrDefault(postId, new TreeMap<>()).values());
    }

    @Override
    public synchronized void forget(Instant before) {
        rows.values()
                .removeIf(
                        row -> row.post().due() == null && row.post().lastRead().isBefore(before));
        readings.keySet().retainAll(rows.keySet());
    }
}
