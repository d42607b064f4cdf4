package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrustTest {

    @Test
    void whoKnowsIsTrustedAndWhoGuessesIsNot() {
        Trust trust = Trust.of(samples(2_000, 1));
        assertThat(trust.first()).isCloseTo(1, within(0.2));
        assertThat(trust.second()).isCloseTo(0, within(0.1));
    }

    @Test
    void whoIsTooBoldIsTonedDown() {
        assertThat(Trust.alone(samples(2_000, 2.5))).isCloseTo(0.4, within(0.1));
    }

    @Test
    void fewPostsSayNothing() {
        assertThat(Trust.of(samples(10, 1))).isEqualTo(new Trust(0.5, 0.5));
        assertThat(Trust.alone(List.of())).isEqualTo(1);
    }

    /** Two classes whose log-odds the first model knows, but overstates; the second one's are noise. */
    private static List<Trust.Sample> samples(int count, double boldness) {
        Random random = new Random(5);
        List<Trust.Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double odds = random.nextGaussian() * 2;
            int truth = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
            double noise = random.nextGaussian() * 2;
            samples.add(new Trust.Sample(new double[] {0, odds * boldness}, new double[] {0, noise}, truth, 1));
        }
        return samples;
    }
}
