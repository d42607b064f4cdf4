package io.tocsin.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.escalation.Policy;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.rule.Rule;
import io.tocsin.alerting.store.MemoryIncidents;
import io.tocsin.alerting.store.MemoryNotificationLog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How often the default rule rings in a year in which nothing happens, and whether it rings when something does. */
class FalseAlarmTest {
    private static final Logger LOG = LoggerFactory.getLogger(FalseAlarmTest.class);
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int WEEKS = 52;

    private final MemoryIncidents incidents = new MemoryIncidents();
    private Instant now = START;
    private final IncidentDesk desk = new IncidentDesk(settings(), incidents, new MemoryNotificationLog(), () -> now);
    private int posts;

    private static AlertingSettings settings() {
        return new AlertingSettings(
                List.of(new Rule.Surge("surge", Duration.ofMinutes(30), 5, 0.0001)),
                Duration.ofHours(2),
                Duration.ofHours(24),
                new Policy(List.of()),
                List.of(),
                List.of(),
                null,
                URI.create("http://127.0.0.1:8080"));
    }

    /**
     * Quiet years.
     *
     * @param perHour complaints at the mean
     * @param dispersion variance over mean of the half hours; 1 is Poisson
     * @param swing how much more come in the evening and fewer in the morning, as a share of the mean
     */
    @ParameterizedTest
    @CsvSource({
        "0.05, 1, 0,   0.05", "0.5, 1, 0.6, 0.1", "2, 1, 0.6, 0.1", "10, 1, 0.6, 0.2",
        "0.05, 2, 0,   0.1", "0.5, 2, 0.6, 0.3", "2, 3, 0.6, 0.1", "10, 3, 0.6, 0.2"
    })
    void isQuietWhenNothingHappens(double perHour, double dispersion, double swing, double most) {
        Random random = new Random(7);
        quiet(random, START, Duration.ofDays(7L * WEEKS), perHour, dispersion, swing);
        List<Incident> alarms = incidents.page(0, 1000);
        LOG.info(
                "{} complaints an hour, dispersion {}, swing {}: {} false alarms in {} weeks, {} a week",
                perHour,
                dispersion,
                swing,
                alarms.size(),
                WEEKS,
                alarms.size() / (double) WEEKS);
        assertThat(alarms.size() / (double) WEEKS).isLessThanOrEqualTo(most);
    }

    private void quiet(Random random, Instant from, Duration length, double perHour, double dispersion, double swing) {
        DoubleUnaryOperator rate = hour -> perHour / 2 * (1 + swing * Math.sin(2 * Math.PI * (hour - 14) / 24));
        for (long slot = 0; slot < length.toMinutes() / 30; slot++) {
            Instant begin = from.plus(Duration.ofMinutes(30 * slot));
            double mean = rate.applyAsDouble((slot % 48) / 2.0);
            double factor = dispersion == 1 ? 1 : gamma(random, 1 / (dispersion - 1) * mean) * (dispersion - 1) / mean;
            List<Instant> times = new ArrayList<>();
            for (int left = poisson(random, mean * factor); left > 0; left--) {
                times.add(begin.plusMillis(random.nextInt(30 * 60_000)));
            }
            times.sort(null);
            times.forEach(this::complain);
            now = begin.plus(Duration.ofMinutes(30));
            desk.tick();
        }
    }

    private void complain(Instant at) {
        now = at;
        desk.accept(List.of(TestPosts.complaint("p" + posts++, at)));
    }

    private static int poisson(Random random, double mean) {
        int count = 0;
        for (double time = -Math.log(1 - random.nextDouble()); time < mean; time -= Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }

    /** Marsaglia and Tsang (2000); shapes below 1 by their boost. */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    @Test
    void ringsInTheFirstMinutesOfANewInstallationIfManyComplain() {
        for (int i = 0; i < 13; i++) {
            complain(START.plusSeconds(20L * i));
        }
        assertThat(incidents.unresolved()).isEmpty();
        complain(START.plusSeconds(300));
        assertThat(incidents.unresolved()).hasSize(1);
    }

    @Test
    void ringsAtTheConfiguredMinimumWhereItIsUsuallyQuiet() {
        quiet(new Random(3), START, Duration.ofDays(14), 0.1, 1, 0);
        assertThat(incidents.page(0, 9)).isEmpty();
        Instant crisis = now.plusSeconds(60);
        for (int i = 0; i < 5; i++) {
            complain(crisis.plusSeconds(60L * i));
        }
        assertThat(incidents.unresolved()).hasSize(1);
    }

    @Test
    void aCrisisDoesNotMakeTheNextOneUsual() {
        quiet(new Random(3), START, Duration.ofDays(14), 2, 1, 0.6);
        quiet(new Random(4), now, Duration.ofHours(20), 200, 2, 0);
        quiet(new Random(5), now, Duration.ofDays(3), 2, 1, 0.6);
        assertThat(incidents.page(0, 9)).hasSize(1).allMatch(Incident::resolved);
        quiet(new Random(6), now, Duration.ofHours(1), 100, 1, 0);
        assertThat(incidents.unresolved()).hasSize(1);
    }
}
