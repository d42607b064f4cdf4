package io.tocsin.collector.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a source between polls.
 *
 * @param posts how many posts it has delivered in all, re-readings included
 * @param lastSuccess when a poll last ended well
 * @param lastFailure when a poll last failed
 * @param problem why the last poll failed, or what is wrong although it ended well; {@code null} if nothing is
 * @param failuresInRow polls that failed since the last success
 * @param notBefore the next poll must not start earlier: the back-off, or what the server asked for
 * @param recognised as what software it was recognised; {@code null} if that is not known, or was said
 */
public record SourceState(
        String name,
        Cursor cursor,
        long posts,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable Problem problem,
        int failuresInRow,
        @Nullable Instant notBefore,
        @Nullable String recognised) {

    /** A source that was never polled. */
    public static SourceState fresh(String name) {
        return new SourceState(name, Cursor.START, 0, null, null, null, 0, null, null);
    }

    /** After a step that went well. */
    public SourceState advanced(Cursor to, int delivered, Instant now) {
        return new SourceState(name, to, posts + delivered, now, lastFailure, null, 0, null, recognised);
    }

    /** After a poll that failed. */
    public SourceState failed(Problem why, Instant now, Instant waitUntil) {
        return new SourceState(name, cursor, posts, lastSuccess, now, why, failuresInRow + 1, waitUntil, recognised);
    }

    /** After a poll that went well, and yet something is wrong. */
    public SourceState alarmed(Problem what) {
        return new SourceState(
                name, cursor, posts, lastSuccess, lastFailure, what, failuresInRow, notBefore, recognised);
    }

    /** After the source was recognised. */
    public SourceState recognisedAs(String software) {
        return new SourceState(
                name, cursor, posts, lastSuccess, lastFailure, problem, failuresInRow, notBefore, software);
    }

    public Health health() {
        if (problem != null) {
            return problem.kind() == Problem.Kind.BLIND ? Health.BLIND : Health.FAILING;
        }
        return lastSuccess == null ? Health.NEW : Health.HEALTHY;
    }

    /** How a source is doing. */
    public enum Health {
        NEW,
        HEALTHY,
        FAILING,
        /** It answers, but its posts have stopped coming. */
        BLIND
    }
}
