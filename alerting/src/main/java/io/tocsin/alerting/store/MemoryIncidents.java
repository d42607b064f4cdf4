package io.tocsin.alerting.store;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Incidents that end with the process: for replays and tests. */
public final class MemoryIncidents implements Incidents {
    private static final Comparator<Incident> NEWEST_FIRST =
            Comparator.comparing(Incident::openedAt).reversed().thenComparing(Incident::id);

    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Incident> unresolved = new HashMap<>();
    private final Map<String, List<IncidentEvent>> timelines = new HashMap<>();

    @Override
    public synchronized Optional<Incident> find(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    @Override
    public synchronized List<Incident> about(String watch, Instant since) {
        return all().filter(i -> i.watch().equals(watch) && !i.lastEvidence().isBefore(since))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    @Override
    public synchronized List<Incident> unresolved() {
        return unresolved.values().stream().sorted(NEWEST_FIRST.reversed()).toList();
    }

    @Override
    public synchronized List<Incident> page(int offset, int limit) {
        return all().sorted(Comparator.comparing(Incident::resolved).thenComparing(NEWEST_FIRST))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean save(Incident incident, List<IncidentEvent> events) {
        long stored = find(incident.id()).map(Incident::version).orElse(0L);
        if (stored != incident.version()) {
            return false;
        }
        put(incident.nextVersion());
        events.forEach(this::record);
        return true;
    }

    private void put(Incident incident) {
        incidents.put(incident.id(), incident);
        if (incident.resolved()) {
            unresolved.remove(incident.id());
        } else {
            unresolved.put(incident.id(), incident);
        }
    }

    @Override
    public synchronized void record(IncidentEvent event) {
        timelines.computeIfAbsent(event.incident(), id -> new ArrayList<>()).add(event);
    }

    @Override
    public synchronized List<IncidentEvent> timeline(String id) {
        return List.copyOf(timelines.getOrDefault(id, List.of()));
    }

    private Stream<Incident> all() {
        return incidents.values().stream();
    }
}
