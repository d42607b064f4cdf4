package io.tocsin.alerting.store;

import io.tocsin.alerting.incident.Incidents;

class MemoryIncidentsTest extends IncidentsContract {
    private final Incidents incidents = new MemoryIncidents();

    @Override
    Incidents incidents() {
        return incidents;
    }
}
