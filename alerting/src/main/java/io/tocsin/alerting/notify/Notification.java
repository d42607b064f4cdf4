package io.tocsin.alerting.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one channel about one step of one incident, and what became of it.
 *
 * @param key the same for every attempt, so that a receiver can tell a repetition: idempotency key and Message-ID
 * @param step from 1
 * @param attempts how often sending was begun
 * @param notBefore the next attempt must not be earlier
 * @param settledAt when it was sent or given up
 * @param problem what went wrong at the last attempt
 */
public record Notification(
        String key,
        String incident,
        int episode,
        int step,
        String channel,
        State state,
        Instant createdAt,
        int attempts,
        Instant notBefore,
        @Nullable Instant settledAt,
        @Nullable String problem) {

    /** How far a notification is. */
    public enum State {
        /** Recorded, not yet tried, or to be tried again. */
        WAITING,
        /** Sending was begun. If a crash ends it here, nobody knows whether it arrived: it is sent again with its key. */
        SENDING,
        SENT,
        /** Given up. */
        FAILED
    }
}
