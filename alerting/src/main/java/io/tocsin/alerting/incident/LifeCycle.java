package io.tocsin.alerting.incident;

import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.rule.Breach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every step an incident can take, as pure functions; empty means that it stays as it is.
 *
 * <pre>
 *          acknowledge            resolve, go quiet
 *   OPEN ---------------> ACKNOWLEDGED ---------> RESOLVED
 *     |                                            |   ^
 *     |  ^------------- reopen --------------------+   |
 *     +------------- resolve, go quiet ----------------+
 * </pre>
 */
public final class LifeCycle {

    /** A thousand posts are not a thousand lines: the time line tells when the evidence has grown to so many. */
    private static final NavigableSet<Integer> MILESTONES =
            new TreeSet<>(List.of(2, 5, 10, 20, 50, 100, 200, 500, 1_000, Incident.MOST_POSTS));

    private LifeCycle() {}

    public static Change open(String id, Breach breach, Instant now) {
        Incident incident = Incident.opened(id, breach, now);
        return new Change(incident, List.of(event(incident, now, Kind.OPENED, "")));
    }

    /** Adds what the breach has found and the incident does not know yet; does not change its status. */
    public static Optional<Change> addEvidence(Incident incident, Breach breach, Instant now) {
        List<String> fresh = incident.unknown(breach.posts());
        if (incident.full() ? !breach.at().isAfter(incident.lastEvidence()) : fresh.isEmpty()) {
            return Optional.empty();
        }
        int worst = Math.max(incident.severity(), breach.severity());
        List<IncidentEvent> events = new ArrayList<>();
        Incident next = incident.withEvidence(fresh, worst, now);
        if (passesMilestone(incident.posts().size(), next.posts().size())) {
            events.add(event(
                    incident,
                    now,
                    Kind.EVIDENCE_ADDED,
                    String.valueOf(next.posts().size())));
        }
        if (worst > incident.severity()) {
            events.add(event(incident, now, Kind.WORSENED, String.valueOf(worst)));
        }
        return Optional.of(new Change(next, events));
    }

    /** New evidence brings a resolved incident back. */
    public static Optional<Change> reopenFor(Incident incident, Breach breach, Instant now) {
        if (!incident.resolved()) {
            return Optional.empty();
        }
        return addEvidence(incident, breach, now).map(added -> {
            List<IncidentEvent> events = new ArrayList<>();
            events.add(event(incident, now, Kind.REOPENED, ""));
            events.addAll(added.events());
            return new Change(added.incident().reopened(now), events);
        });
    }

    /** Somebody takes it, or takes it over from somebody else. A resolved one needs nobody. */
    public static Optional<Change> acknowledge(Incident incident, String actor, Instant now) {
        if (incident.resolved() || actor.equals(incident.assignee())) {
            return Optional.empty();
        }
        return Optional.of(by(actor, incident.acknowledged(actor), now, Kind.ACKNOWLEDGED));
    }

    public static Optional<Change> resolve(Incident incident, String actor, Instant now) {
        return incident.resolved()
                ? Optional.empty()
                : Optional.of(by(actor, incident.resolved(now), now, Kind.RESOLVED));
    }

    /** It needs an answer after all: the escalation begins anew. */
    public static Optional<Change> reopen(Incident incident, String actor, Instant now) {
        return incident.resolved()
                ? Optional.of(by(actor, incident.reopened(now), now, Kind.REOPENED))
                : Optional.empty();
    }

    /** Nothing new was found for long: it is over, so that a forgotten incident does not swallow the next one. */
    public static Optional<Change> goQuiet(Incident incident, Instant now) {
        return incident.resolved()
                ? Optional.empty()
                : Optional.of(new Change(incident.resolved(now), List.of(event(incident, now, Kind.WENT_QUIET, ""))));
    }

    private static boolean passesMilestone(int before, int after) {
        return !MILESTONES.subSet(before, false, after, true).isEmpty();
    }

    private static Change by(String actor, Incident next, Instant now, Kind kind) {
        return new Change(next, List.of(new IncidentEvent(next.id(), now, kind, actor, "")));
    }

    private static IncidentEvent event(Incident incident, Instant now, Kind kind, String text) {
        return new IncidentEvent(incident.id(), now, kind, null, text);
    }
}
