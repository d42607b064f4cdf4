package io.tocsin.collector.connect.stream;

import io.tocsin.collector.source.Problem;
import java.time.Duration;
import java.time.Instant;

/**
 * When to open a stream again: at once after it broke off; then ever later, while it cannot be opened. The pauses are
 * those that X demands ("Handling disconnections"); others state none.
 *
 * @param failures to open it, in a row
 * @param notBefore the next attempt must not be made earlier
 */
record Reconnect(int failures, Instant notBefore) {
    static final Reconnect AT_ONCE = new Reconnect(0, Instant.MIN);

    private static final Duration NETWORK_STEP = Duration.ofMillis(250);
    private static final Duration NETWORK_LIMIT = Duration.ofSeconds(16);
    private static final Duration HTTP_FIRST = Duration.ofSeconds(5);
    private static final Duration HTTP_LIMIT = Duration.ofSeconds(320);
    private static final Duration RATE_FIRST = Duration.ofMinutes(1);
    private static final Duration RATE_LIMIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    boolean isDue(Instant now) {
        return !now.isBefore(notBefore);
    }

    Reconnect failed(Problem.Kind kind, Instant now) {
        Duration wait = switch (kind) {
            case NETWORK -> least(NETWORK_STEP.multipliedBy(failures + 1L), NETWORK_LIMIT);
            case RATE_LIMITED -> least(doubled(RATE_FIRST), RATE_LIMIT);
            default -> least(doubled(HTTP_FIRST), HTTP_LIMIT);
        };
        return new Reconnect(failures + 1, now.plus(wait));
    }

    private Duration doubled(Duration first) {
        return first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
