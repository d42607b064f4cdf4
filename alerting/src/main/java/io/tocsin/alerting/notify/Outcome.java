package io.tocsin.alerting.notify;

import java.time.Duration;

/** What became of an attempt to send. The reasons are for people, and contain no secret and nothing that was posted. */
public sealed interface Outcome {

    /** The other side has taken it over. */
    record Sent() implements Outcome {}

    /**
     * It may work later.
     *
     * @param after what the other side asked for; zero if it did not
     */
    record TryAgain(String reason, Duration after) implements Outcome {
        public TryAgain(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** It will never work. */
    record GaveUp(String reason) implements Outcome {}
}
