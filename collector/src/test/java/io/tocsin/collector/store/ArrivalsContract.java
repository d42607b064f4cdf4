package io.tocsin.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.Arrivals;
import io.tocsin.collector.source.Arrivals.Hour;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every memory of arrivals must do. */
abstract class ArrivalsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    abstract Arrivals arrivals();

    @Test
    void countsByTheHourAndKnowsWhenTheLastCame() {
        arrivals().add("news", NOON.plusSeconds(60), 3);
        arrivals().add("news", NOON.plusSeconds(120), 4);
        arrivals().add("news", NOON.plusSeconds(180), 0);
        arrivals().add("news", NOON.plus(Duration.ofHours(2)).plusSeconds(1), 0);
        arrivals().add("bbs", NOON, 9);

        assertThat(arrivals().since("news", NOON))
                .containsExactly(
                        new Hour(NOON, 7, NOON.plusSeconds(120)),
                        new Hour(NOON.plus(Duration.ofHours(2)), 0, NOON.plus(Duration.ofHours(2))));
        assertThat(arrivals().since("news", NOON.plusSeconds(1))).hasSize(1);
        assertThat(arrivals().since("nothing", NOON)).isEmpty();
    }

    @Test
    void forgetsWhatIsOld() {
        arrivals().add("news", NOON.minus(Duration.ofHours(1)), 3);
        arrivals().add("news", NOON, 4);

        arrivals().forget(NOON);

        assertThat(arrivals().since("news", Instant.EPOCH))
                .extracting(Hour::posts)
                .containsExactly(4L);
    }
}
