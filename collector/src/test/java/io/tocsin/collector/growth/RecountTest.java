package io.tocsin.collector.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecountTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT5M",
        "PT59M, PT5M",
        "PT1H, PT15M",
        "PT5H59M, PT15M",
        "PT6H, PT1H",
        "PT24H, PT6H",
        "PT71H, PT6H",
        "PT72H, PT24H",
        "PT335H, PT24H"
    })
    void theOlderAPostTheMoreRarelyItIsRead(Duration age, Duration every) {
        Instant written = NOW.minus(age);

        assertThat(Recount.decide(written, NOW.minus(every), false, NOW)).isInstanceOf(Recount.Now.class);
        assertThat(Recount.decide(written, NOW.minus(every).plusSeconds(1), false, NOW))
                .isInstanceOfSatisfying(
                        Recount.Later.class, later -> assertThat(later.due()).isEqualTo(NOW.plusSeconds(1)));
    }

    @Test
    void anIncidentMakesItUrgent() {
        Instant written = NOW.minus(Duration.ofMinutes(10));
        Recount urgent = Recount.decide(written, NOW.minusSeconds(75), true, NOW);

        assertThat(urgent).isInstanceOf(Recount.Now.class);
        assertThat(urgent.reason())
                .isEqualTo("at an age of 10 min it is read every 75 s, because an incident depends on it");
        assertThat(Recount.decide(written, NOW.minusSeconds(75), false, NOW)).isInstanceOf(Recount.Later.class);
    }

    @Test
    void endsAfterTwoWeeksUnlessAnIncidentDependsOnIt() {
        Instant written = NOW.minus(Duration.ofDays(14));

        assertThat(Recount.decide(written, written, false, NOW)).isInstanceOf(Recount.Never.class);
        assertThat(Recount.decide(written, written, true, NOW)).isInstanceOf(Recount.Now.class);
    }

    @Test
    void aDateInTheFutureIsYoung() {
        assertThat(Recount.decide(NOW.plus(Duration.ofDays(900)), NOW, false, NOW)
                        .reason())
                .startsWith("at an age of 0 min");
    }

    @Test
    void aPostIsReadNoMoreThanAHundredTimesInItsLife() {
        Random random = new Random(1);
        Instant read = NOW;
        int readings = 0;
        for (Instant now = NOW;
                now.isBefore(NOW.plus(Duration.ofDays(20)));
                now = now.plusSeconds(random.nextInt(60))) {
            if (Recount.decide(NOW, read, false, now) instanceof Recount.Now) {
                read = now;
                readings++;
            }
        }

        assertThat(readings).isBetween(60, 100);
    }
}
