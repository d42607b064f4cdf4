package io.tocsin.alerting.incident;

import io.tocsin.alerting.rule.Breach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The incidents about one watch while breaches are brought before them: one change each in the end. */
public final class Docket {
    private final Duration reopenWithin;
    private final Instant now;
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();

    /** Opens with every incident about the watch that may hold posts of the breaches to come. */
    public Docket(Collection<Incident> about, Duration reopenWithin, Instant now) {
        about.forEach(incident -> incidents.put(incident.id(), incident));
        this.reopenWithin = reopenWithin;
        this.now = now;
    }

    /** Decides on a breach in the light of those before it. */
    public Decision judge(Breach breach) {
        Decision decision = Decision.on(breach, incidents.values(), reopenWithin, now);
        carryOut(decision, breach).ifPresent(this::note);
        return decision;
    }

    private Optional<Change> carryOut(Decision decision, Breach breach) {
        return switch (decision) {
            case Decision.Known() -> Optional.empty();
            case Decision.TooLittleNew(var posts) -> Optional.empty();
            case Decision.Add(Incident incident) -> LifeCycle.addEvidence(incident, breach, now);
            case Decision.Reopen(Incident incident) -> LifeCycle.reopenFor(incident, breach, now);
            case Decision.Open(String first) ->
                Optional.of(LifeCycle.open(IncidentId.of(breach.rule(), breach.watch(), first), breach, now));
        };
    }

    private void note(Change change) {
        String id = change.incident().id();
        incidents.put(id, change.incident());
        changes.merge(id, change, Docket::join);
    }

    private static Change join(Change earlier, Change later) {
        List<IncidentEvent> events = new ArrayList<>(earlier.events());
        events.addAll(later.events());
        return new Change(later.incident(), events);
    }

    /** What is to be saved. */
    public List<Change> changes() {
        return List.copyOf(changes.values());
    }
}
