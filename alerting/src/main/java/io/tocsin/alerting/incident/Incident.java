package io.tocsin.alerting.incident;

import io.tocsin.alerting.rule.Breach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event that people have to answer, from the first breach until it is resolved.
 *
 * @param id short and stable: the same event gets the same id when a crash makes it open twice
 * @param reason the breach that opened it
 * @param severity the worst so far, 0 to 3
 * @param posts the ids of all posts that are evidence, in the order they were found
 * @param episode 1, and one more each time it is reopened; every episode escalates anew
 * @param escalatesFrom when the present episode began: the clock of the escalation
 * @param lastEvidence when the last post was added
 * @param assignee who acknowledged it
 * @param version one more at every change, to notice that somebody else was faster
 */
public record Incident(
        String id,
        String watch,
        Breach reason,
        Status status,
        int severity,
        List<String> posts,
        Instant openedAt,
        int episode,
        Instant escalatesFrom,
        Instant lastEvidence,
        @Nullable String assignee,
        long version) {

    public Incident {
        posts = List.copyOf(posts);
    }

    /** Where an incident is in its life. */
    public enum Status {
        /** Nobody has answered yet: the escalation runs. */
        OPEN,
        /** Somebody has taken it: the escalation stops. */
        ACKNOWLEDGED,
        /** It is over; new evidence soon after opens it again. */
        RESOLVED
    }

    public boolean resolved() {
        return status == Status.RESOLVED;
    }
}
