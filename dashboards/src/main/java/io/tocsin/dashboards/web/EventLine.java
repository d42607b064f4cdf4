package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the time line.
 *
 * @param actor who did it; {@code null} for Tocsin itself
 */
record EventLine(Kind kind, String text, @Nullable String actor, Moment at) {

    /** The time line, newest first; of evidence that came in without anything in between the last line counts. */
    static List<EventLine> newestFirst(List<IncidentEvent> timeline, Reader reader) {
        return condensed(timeline).reversed().stream()
                .map(event -> new EventLine(
                        event.kind(), reader.wording().event(event), event.actor(), reader.moment(event.at())))
                .toList();
    }

    private static List<IncidentEvent> condensed(List<IncidentEvent> timeline) {
        List<IncidentEvent> lines = new ArrayList<>();
        for (IncidentEvent event : timeline) {
            if (evidence(event) && !lines.isEmpty() && evidence(lines.getLast())) {
                lines.removeLast();
            }
            lines.add(event);
        }
        return lines;
    }

    private static boolean evidence(IncidentEvent event) {
        return event.kind() == Kind.EVIDENCE_ADDED;
    }
}
