package io.tocsin.alerting.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an incident's time line.
 *
 * @param actor who did it: a user's name, whom a message went to, or {@code null} for Tocsin itself
 * @param text what somebody wrote, or details that need no translation; empty if there are none
 */
public record IncidentEvent(
        String incident, Instant at, Kind kind, @Nullable String actor, String text) {

    /** What can happen to an incident. */
    public enum Kind {
        OPENED,
        /** The evidence has grown much; the text is how many posts there are now. */
        EVIDENCE_ADDED,
        /** A worse post was found; the text is the new severity. */
        WORSENED,
        ACKNOWLEDGED,
        RESOLVED,
        /** Nothing new was found for long. */
        WENT_QUIET,
        /** By somebody, or without an actor by new evidence. */
        REOPENED,
        NOTED,
        /** The actor is whom the message went to; the text is the number of the attempt: from 2 on it may have arrived before. */
        NOTIFIED,
        /** A notification could not be sent; the text says why. */
        NOTIFICATION_FAILED
    }
}
