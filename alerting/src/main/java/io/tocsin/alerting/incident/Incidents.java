package io.tocsin.alerting.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All incidents and their time lines. Survives a restart. */
public interface Incidents {

    Optional<Incident> find(String id);

    /** The incidents about this watch whose last evidence was found at or after that time, the newest first. */
    List<Incident> about(String watch, Instant since);

    /** Every incident that is not resolved, oldest first. */
    List<Incident> unresolved();

    /** The newest first; unresolved ones before resolved ones. */
    List<Incident> page(int offset, int limit);

    /**
     * Saves an incident with what happened to it, both or neither.
     *
     * @param incident its version is the one that was read, or 0 for a new one; it is stored as one more
     * @return false, with nothing saved, if somebody else changed it meanwhile: read again and decide again
     */
    boolean save(Incident incident, List<IncidentEvent> events);

    /** Adds a line to the time line without changing the incident. */
    void record(IncidentEvent event);

    /** The time line, oldest first. */
    List<IncidentEvent> timeline(String id);
}
