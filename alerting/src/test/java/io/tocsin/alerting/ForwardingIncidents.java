package io.tocsin.alerting;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Other incidents, with something between. */
class ForwardingIncidents implements Incidents {
    private final Incidents incidents;

    ForwardingIncidents(Incidents incidents) {
        this.incidents = incidents;
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
    public boolean save(Incident incident, List<IncidentEvent> events) {
        return incidents.save(incident, events);
    }

    @Override
    public void record(IncidentEvent event) {
        incidents.record(event);
    }

    @Override
    public List<IncidentEvent> timeline(String id) {
        return incidents.timeline(id);
    }
}
