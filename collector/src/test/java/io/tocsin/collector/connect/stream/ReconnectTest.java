package io.tocsin.collector.connect.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconnectTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void waitsAsXDemands() {
        assertThat(waits(Problem.Kind.NETWORK, 3)).containsExactly(250L, 500L, 750L);
        assertThat(waits(Problem.Kind.NETWORK, 100)).last().isEqualTo(16_000L);
        assertThat(waits(Problem.Kind.SERVER, 8))
                .containsExactly(5_000L, 10_000L, 20_000L, 40_000L, 80_000L, 160_000L, 320_000L, 320_000L);
        assertThat(waits(Problem.Kind.RATE_LIMITED, 3)).containsExactly(60_000L, 120_000L, 240_000L);
        assertThat(waits(Problem.Kind.RATE_LIMITED, 100)).last().isEqualTo(3_600_000L);
    }

    @Test
    void isDueWhenTheWaitIsOver() {
        Reconnect failed = Reconnect.AT_ONCE.failed(Problem.Kind.SERVER, NOON);

        assertThat(Reconnect.AT_ONCE.isDue(NOON)).isTrue();
        assertThat(failed.isDue(NOON.plusMillis(4_999))).isFalse();
        assertThat(failed.isDue(NOON.plusSeconds(5))).isTrue();
    }

    private static List<Long> waits(Problem.Kind kind, int failures) {
        List<Long> waits = new ArrayList<>();
        Reconnect reconnect = Reconnect.AT_ONCE;
        for (int i = 0; i < failures; i++) {
            reconnect = reconnect.failed(kind, NOON);
            waits.add(Duration.between(NOON, reconnect.notBefore()).toMillis());
        }
        return waits;
    }
}
