package io.tocsin.collector.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/** How long a server asks to be left alone (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    /** Nobody can silence a source for longer. */
    public static final Duration LIMIT = Duration.ofHours(1);

    private static final String HEADER = "Retry-After";

    private RetryAfter() {}

    /**
     * Reads both forms, seconds and a date.
     *
     * @return between zero and {@link #LIMIT}; empty if there is no such header, or it cannot be read
     */
    public static Optional<Duration> in(Headers headers, Instant now) {
        String value = headers.get(HEADER);
        if (value != null && value.matches("\\d{1,18}")) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value))));
        }
        return Optional.ofNullable(headers.getInstant(HEADER)).map(date -> bounded(Duration.between(now, date)));
    }

    static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LIMIT) < 0 ? wait : LIMIT;
    }
}
