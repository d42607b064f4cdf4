package io.tocsin.alerting.incident;

import java.util.List;

/**
 * A step in an incident's life: what it becomes, and the lines for its time line.
 *
 * @param incident carries the version it was read with
 * @param events empty if there is nothing worth a line
 */
public record Change(Incident incident, List<IncidentEvent> events) {

    public Change {
        events = List.copyOf(events);
    }
}
