package io.tocsin.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PunctualityTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aDelayCountsFromWhenThePollWasDue() {
        Punctuality punctuality = new Punctuality(Duration.ofMinutes(1));
        punctuality.begin(NOON);
        punctuality.note(Duration.ofSeconds(5), NOON.plusSeconds(5));
        punctuality.note(Duration.ofSeconds(5), NOON.plusSeconds(67));
        punctuality.note(Duration.ofSeconds(10), NOON.plusSeconds(133));
        punctuality.note(Duration.ofSeconds(10), NOON.plusSeconds(9));

        assertThat(punctuality.polls()).isEqualTo(4);
        assertThat(punctuality.percentile(50)).isZero();
        assertThat(punctuality.percentile(75)).isEqualTo(Duration.ofSeconds(2));
        assertThat(punctuality.percentile(100)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void withoutPollsThereIsNoDelay() {
        assertThat(new Punctuality(Duration.ofMinutes(1)).percentile(99)).isZero();
    }
}
