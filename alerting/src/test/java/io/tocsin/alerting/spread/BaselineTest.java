package io.tocsin.alerting.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private static Baseline usual(int... counts) {
        return Baseline.from(new PastCounts(HALF_HOUR, MONDAY, counts), 12);
    }

    private static int[] always(int count, int slots) {
        int[] counts = new int[slots];
        Arrays.fill(counts, count);
        return counts;
    }

    @Test
    void nothingKnownIsTheGeometricDistributionOfThePrior() {
        Baseline prior = usual();
        assertThat(prior.expected()).isEqualTo(1);
        assertThat(prior.size()).isEqualTo(1);
        for (int n = 0; n <= 20; n++) {
            assertThat(prior.chance(n)).isCloseTo(Math.pow(0.5, n), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"PT15M", "PT30M", "PT1H", "PT6H"})
    void thePriorIsOnePersonInHalfAnHourWhateverTheWindow(Duration window) {
        Baseline prior = Baseline.from(new PastCounts(window, MONDAY), 12);
        assertThat(prior.expected()).isCloseTo(window.toMinutes() / 30.0, within(1e-12));
        assertThat(prior.size()).isCloseTo(1, within(1e-12));
    }

    /** A Gamma distribution that 61 windows stand behind: three days of three hours, seven more, and the prior. */
    @Test
    void evenCountsAreAsCertainAsTheWindowsBehindThem() {
        Baseline usual = usual(always(2, 48 * 7));
        assertThat(usual.expected()).isCloseTo(2, within(0.01));
        assertThat(usual.size()).isCloseTo(2 * 61, within(1.0));
    }

    @Test
    void theTailIsThatOfTheNegativeBinomialDistribution() {
        Baseline baseline = new Baseline(3, 0.7);
        double p = 0.7 / 3.7;
        double mass = Math.pow(p, 0.7);
        double tail = 1;
        for (int n = 0; n <= 60; n++) {
            assertThat(baseline.chance(n)).isCloseTo(tail, within(1e-12));
            tail -= mass;
            mass *= (0.7 + n) / (n + 1) * (1 - p);
        }
    }

    @Test
    void moreIsNeverLikelierAndMoreUsualIsNeverRarer() {
        Random random = new Random(11);
        for (int run = 0; run < 200; run++) {
            Baseline baseline = new Baseline(random.nextDouble() * 20 + 0.001, random.nextDouble() * 20 + 0.001);
            Baseline busier = new Baseline(baseline.expected() * 1.5, baseline.size());
            for (int n = 1; n < 60; n++) {
                assertThat(baseline.chance(n)).isBetween(0.0, baseline.chance(n - 1));
                assertThat(busier.chance(n)).isGreaterThanOrEqualTo(baseline.chance(n));
            }
        }
    }

    @Test
    void rareBurstsMakeABurstLessRemarkable() {
        int[] quiet = always(0, 48 * 14);
        int[] bursts = quiet.clone();
        for (int i = 0; i < 4; i++) {
            bursts[100 + 150 * i] = 4;
        }
        int[] single = quiet.clone();
        for (int i = 0; i < 16; i++) {
            single[40 + 37 * i] = 1;
        }
        assertThat(usual(bursts).chance(4)).isGreaterThan(0.0001);
        assertThat(usual(single).chance(5)).isLessThan(1e-6);
    }

    @Test
    void whatIsUsualInTheEveningIsRemarkableAtNight() {
        int[] counts = new int[48 * 28];
        Random random = new Random(5);
        for (int slot = 0; slot < counts.length; slot++) {
            boolean evening = slot % 48 >= 36 && slot % 48 < 44;
            counts[slot] = evening ? 8 + random.nextInt(5) : random.nextInt(2);
        }
        PastCounts past = new PastCounts(HALF_HOUR, MONDAY, counts);
        Baseline evening = Baseline.from(past, 20);
        Baseline night = Baseline.from(past, 3);
        assertThat(evening.expected()).isBetween(7.0, 11.0);
        assertThat(night.expected()).isBetween(0.3, 2.0);
        assertThat(evening.chance(12)).isGreaterThan(0.01);
        assertThat(night.chance(12)).isLessThan(0.0001);
    }

    @Test
    void aCrisisOfYesterdayIsNotUsual() {
        int[] counts = always(1, 48 * 14);
        for (int slot = 48 * 13; slot < 48 * 13 + 30; slot++) {
            counts[slot] = 300;
        }
        assertThat(usual(counts).expected()).isLessThan(2.5);
        assertThat(usual(counts).chance(40)).isLessThan(0.0001);
    }
}
