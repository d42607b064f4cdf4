package io.tocsin.alerting.incident;

import io.tocsin.alerting.rule.Breach;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event that people have to answer, from the first breach until it is resolved.
 *
 * @param id short and stable: the same event gets the same id when a crash makes it open twice
 * @param reason the breach that opened it
 * @param severity the worst so far, 0 to 3
 * @param posts the ids of the posts that are evidence, in the order they were found, {@link #MOST_POSTS} at most
 * @param episode 1, and one more each time it is reopened; every episode escalates anew
 * @param escalatesFrom when the present episode began: the clock of the escalation
 * @param lastEvidence when the last evidence was found
 * @param assignee who acknowledged it
 * @param resolvedAt when it was resolved, {@code null} unless it is
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
        @Nullable Instant resolvedAt,
        long version) {

    /** Nobody reads more than this, and the first ones show how it began: later ones are counted, not kept. */
    public static final int MOST_POSTS = 2_000;

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

    /** Which of these posts are no evidence of it yet. */
    public List<String> unknown(List<String> found) {
        Set<String> known = new HashSet<>(posts);
        return found.stream().filter(post -> !known.contains(post)).toList();
    }

    /** Whether it keeps no more posts; only that there is later news is noted then. */
    boolean full() {
        return posts.size() >= MOST_POSTS;
    }

    static Incident opened(String id, Breach breach, Instant now) {
        List<String> posts = breach.posts().stream().limit(MOST_POSTS).toList();
        return new Incident(
                id, breach.watch(), breach, Status.OPEN, breach.severity(), posts, now, 1, now, now, null, null, 0);
    }

    Incident acknowledged(String actor) {
        return with(Status.ACKNOWLEDGED, episode, escalatesFrom, actor, null);
    }

    Incident resolved(Instant now) {
        return with(Status.RESOLVED, episode, escalatesFrom, assignee, now);
    }

    Incident reopened(Instant now) {
        return with(Status.OPEN, episode + 1, now, null, null);
    }

    private Incident with(
            Status next, int nextEpisode, Instant from, @Nullable String nextAssignee, @Nullable Instant resolved) {
        return new Incident(
                id,
                watch,
                reason,
                next,
                severity,
                posts,
                openedAt,
                nextEpisode,
                from,
                lastEvidence,
                nextAssignee,
                resolved,
                version);
    }

    Incident withEvidence(List<String> more, int worst, Instant now) {
        List<String> all =
                Stream.concat(posts.stream(), more.stream()).limit(MOST_POSTS).toList();
        return new Incident(
                id,
                watch,
                reason,
                status,
                worst,
                all,
                openedAt,
                episode,
                escalatesFrom,
                now,
                assignee,
                resolvedAt,
                version);
    }

    /** The same, as it is stored after one more change. */
    public Incident nextVersion() {
        return new Incident(
                id,
                watch,
                reason,
                status,
                severity,
                posts,
                openedAt,
                episode,
                escalatesFrom,
                lastEvidence,
                assignee,
                resolvedAt,
                version + 1);
    }
}
