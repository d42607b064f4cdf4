package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {

    @Test
    void findsTheLowestPointOfABowl() {
        double[] point = {5, -3, 100};
        Lbfgs.minimise(
                (p, gradient) -> {
                    double value = 0;
                    for (int i = 0; i < p.length; i++) {
                        double away = p[i] - i;
                        value += (i + 1) * away * away;
                        gradient[i] = 2 * (i + 1) * away;
                    }
                    return value + 1;
                },
                point,
                100,
                1e-15);
        assertThat(point).containsExactly(new double[] {0, 1, 2}, within(1e-4));
    }
}
