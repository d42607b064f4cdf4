package io.tocsin.alerting.incident;

import io.tocsin.alerting.incident.IncidentEvent.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What people do to incidents. Doing it twice does no harm.
 *
 * <p>Every action returns the incident as it is afterwards, and throws {@link NoSuchIncidentException} for an unknown
 * id. The actor is the name of a user, or the address that a link was sent to.
 */
public final class IncidentActions {
    private final Incidents incidents;
    private final InstantSource clock;

    public IncidentActions(Incidents incidents, InstantSource clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Takes it, or takes it over: the escalation stops. */
    public Incident acknowledge(String id, String actor) {
        return change(id, actor, LifeCycle::acknowledge);
    }

    public Incident resolve(String id, String actor) {
        return change(id, actor, LifeCycle::resolve);
    }

    /** Brings a resolved incident back: the escalation begins anew. */
    public Incident reopen(String id, String actor) {
        return change(id, actor, LifeCycle::reopen);
    }

    /** Writes a line into the time line. */
    public Incident note(String id, String actor, String text) {
        Incident incident = read(id);
        incidents.record(new IncidentEvent(id, clock.instant(), Kind.NOTED, actor, text));
        return incident;
    }

    private Incident change(String id, String actor, Step step) {
        while (true) {
            Incident incident = read(id);
            Optional<Change> change = step.decide(incident, actor, clock.instant());
            if (change.isEmpty()) {
                return incident;
            }
            if (incidents.save(change.get().incident(), change.get().events())) {
                return change.get().incident().nextVersion();
            }
        }
    }

    private Incident read(String id) {
        return incidents.find(id).orElseThrow(() -> new NoSuchIncidentException(id));
    }

    private interface Step {
        Optional<Change> decide(Incident incident, String actor, Instant now);
    }
}
