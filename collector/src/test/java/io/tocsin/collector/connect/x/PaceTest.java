package io.tocsin.collector.connect.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Pace pace = new Pace();

    @Test
    void aSlowStreamHasLittleOnItsWay() {
        pace.note(2, NOON);

        assertThat(pace.onTheWay(NOON.plusSeconds(2))).isEqualTo(20);
    }

    @Test
    void aBurstHasTwiceWhatCameWithinASecond() {
        for (int i = 0; i < 100; i++) {
            pace.note(2, NOON.plusMillis(20L * i));
        }

        assertThat(pace.onTheWay(NOON.plusMillis(1_999))).isEqualTo(20 + 2 * 2 * 50);
    }
}
