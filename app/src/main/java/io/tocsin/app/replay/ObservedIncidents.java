package io.tocsin.app.replay;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Incidents that tell somebody what happens to them. */
final class ObservedIncidents implements Incidents {
    private final Incidents incidents;
    private final BiConsumer<Incident, IncidentEvent> observer;

    ObservedIncidents(Incidents incidents, BiConsumer<Incident, IncidentEvent> observer) {
        this.incidents = incidents;
        this.observer = observer;
    }

    @Override
    public boolean save(Incident incident, List<IncidentEvent> events) {
        boolean saved = incidents.save(incident, events);
        if (saved) {
            events.forEach(event -> observer.accept(incident, event));
        }
        return saved;
    }

    @Override
    public void record(IncidentEvent event) {
        incidents.record(event);
    }

    @Override
    public Optional<Incident> find(String id) {
        return incidents.find(id);
    }

    @Override
    public List<Incident> about(String watch, Instant since) {
        return incidents.about(watch, since);
    }

    @Override
    public List<Incident> unresolved() {
        return incidents.unresolved();
    }

    @Override
    public List<Incident> page(int offset, int limit) {
        return incidents.page(offset, limit);
    }

    @Override
    public List<IncidentEvent> timeline(String id) {
        return incidents.timeline(id);
    }
}
