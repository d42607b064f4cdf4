package io.tocsin.alerting.notify;

import io.tocsin.alerting.escalation.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one channel about one step of one incident, and what became of it.
 *
 * @param key the same for every attempt, so that a receiver can tell a repetition: idempotency key and Message-ID
 * @param step from 1
 * @param recipient whom the channel is to reach: an e-mail address, or the host of a webhook
 * @param attempts how often sending was begun
 * @param notBefore the next attempt must not be earlier
 * @param settledAt when it was sent, given up or found needless
 * @param problem what went wrong at the last attempt
 */
public record Notification(
        String key,
        String incident,
        int episode,
        int step,
        String channel,
        String recipient,
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
        FAILED,
        /** Somebody answered before it was sent. */
        NEEDLESS
    }

    /** A notification that waits for its first attempt. */
    public static Notification of(Call call, Instant now) {
        return new Notification(
                call.key(),
                call.incident(),
                call.episode(),
                call.step(),
                call.channel(),
                call.recipient(),
                State.WAITING,
                now,
                0,
                now,
                null,
                null);
    }

    /** Whether it waits to be sent, or a crash broke its sending off. */
    public boolean unsettled() {
        return state == State.WAITING || state == State.SENDING;
    }

    /** One attempt more; if a crash ends it, the next must not come before that time. */
    Notification begun(Instant notBefore) {
        return with(State.SENDING, attempts + 1, notBefore, null, problem);
    }

    Notification sent(Instant now) {
        return with(State.SENT, attempts, notBefore, now, null);
    }

    Notification failed(String why, Instant now) {
        return with(State.FAILED, attempts, notBefore, now, why);
    }

    Notification needless(Instant now) {
        return with(State.NEEDLESS, attempts, notBefore, now, problem);
    }

    Notification again(String why, Instant notBefore) {
        return with(State.WAITING, attempts, notBefore, null, why);
    }

    private Notification with(State next, int begun, Instant later, @Nullable Instant settled, @Nullable String why) {
        return new Notification(
                key, incident, episode, step, channel, recipient, next, createdAt, begun, later, settled, why);
    }
}
