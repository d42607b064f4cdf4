package io.tocsin.alerting.notify;

import java.time.Duration;
import java.time.Instant;

/** How often and when a message is tried again: the only place that knows. */
final class Retry {
    /** About half an hour of trying, unless the other side asks for more patience. */
    static final int MOST_ATTEMPTS = 8;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Retry() {}

    /**
     * When to try again: 5, 10, 20, 40 seconds and so on after each attempt, or later if the other side asked for it.
     *
     * @param attempts how many there were, at least 1
     */
    static Instant notBefore(Instant now, int attempts, Duration askedFor) {
        Duration pause = FIRST.multipliedBy(1L << (attempts - 1));
        Duration longer = pause.compareTo(askedFor) > 0 ? pause : askedFor;
        return now.plus(longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
    }
}
