package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Incident;
import org.jspecify.annotations.Nullable;

/** An incident as one line of the list. */
record IncidentRow(
        String id,
        String title,
        String watch,
        Badge severity,
        int posts,
        Moment opened,
        Moment lastEvidence,
        Incident.Status status,
        String statusName,
        @Nullable String assignee) {

    static IncidentRow of(Incident incident, Reader reader) {
        return new IncidentRow(
                incident.id(),
                reader.wording().headline(incident),
                incident.watch(),
                Badge.severity(incident.severity(), reader),
                incident.posts().size(),
                reader.moment(incident.openedAt()),
                reader.moment(incident.lastEvidence()),
                incident.status(),
                reader.wording().status(incident.status()),
                incident.assignee());
    }
}
