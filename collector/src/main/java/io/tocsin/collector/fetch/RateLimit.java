package io.tocsin.collector.fetch;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Headers;

/** What servers say about the requests that are left: the spellings of Mastodon, Reddit, V2EX, X and the IETF draft. */
final class RateLimit {
    private static final List<String> SPELLINGS = List.of("RateLimit-", "X-RateLimit-", "X-Rate-Limit-");
    /** A larger number is a time of the clock, a smaller one a number of seconds from now. */
    private static final BigDecimal FIRST_CLOCK_TIME = BigDecimal.valueOf(1_000_000_000);

    private RateLimit() {}

    /** How long to wait, as asked for in so many words, or until there are requests left again. */
    static Optional<Duration> pause(Headers headers, Instant now) {
        return RetryAfter.in(headers, now).or(() -> reset(headers, now));
    }

    /** How long to wait after an answer that was the last one for now; empty if there are requests left. */
    static Optional<Duration> pauseAfterLast(Headers headers, Instant now) {
        boolean none = values(headers, "Remaining")
                .flatMap(value -> number(value).stream())
                .anyMatch(left -> left.compareTo(BigDecimal.ONE) < 0);
        return none ? reset(headers, now) : Optional.empty();
    }

    private static Optional<Duration> reset(Headers headers, Instant now) {
        return values(headers, "Reset")
                .flatMap(value -> until(value, now).stream())
                .map(RetryAfter::bounded)
                .findFirst();
    }

    private static Optional<Duration> until(String value, Instant now) {
        Optional<BigDecimal> number = number(value);
        if (number.isPresent()) {
            long seconds = number.get().longValue();
            return Optional.of(
                    number.get().compareTo(FIRST_CLOCK_TIME) < 0
                            ? Duration.ofSeconds(seconds)
                            : Duration.between(now, Instant.ofEpochSecond(seconds)));
        }
        try {
            return Optional.of(Duration.between(now, OffsetDateTime.parse(value).toInstant()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Stream<String> values(Headers headers, String name) {
        return SPELLINGS.stream().flatMap(spelling -> Stream.ofNullable(headers.get(spelling + name)));
    }

    private static Optional<BigDecimal> number(String value) {
        return value.matches("\\d{1,11}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }
}
