package io.tocsin.collector.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "37, 37",
        "3600, 3600",
        "3601, 3600",
        "999999999999999999, 3600",
        "'Sun, 06 Nov 1994 08:49:37 GMT', 37",
        "'Sunday, 06-Nov-94 08:49:37 GMT', 37",
        "'Sun Nov  6 08:49:37 1994', 37",
        "'Sun, 06 Nov 1994 07:00:00 GMT', 0",
        "'Fri, 06 Nov 2093 07:00:00 GMT', 3600"
    })
    void readsSecondsAndAllDatesOfHttp(String value, long seconds) {
        assertThat(RetryAfter.in(Headers.of("Retry-After", value), NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "2026-03-01T12:00:00Z", "99999999999999999999"})
    void whatCannotBeReadAsksForNothing(String value) {
        assertThat(RetryAfter.in(Headers.of("Retry-After", value), NOW)).isEmpty();
    }

    @Test
    void mayBeAbsent() {
        assertThat(RetryAfter.in(Headers.EMPTY, NOW)).isEmpty();
    }
}
