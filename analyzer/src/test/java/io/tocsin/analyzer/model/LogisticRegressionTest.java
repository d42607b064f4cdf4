package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.model.Examples.Example;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final int OFTEN = 7;
    private static final int ALSO_OFTEN = 8;
    private static final int ONCE = 9;

    @Test
    void whatTooFewExamplesHaveGetsNoWeight() {
        assertThat(evidence(1, ONCE)).isPositive();
        assertThat(evidence(2, ONCE)).isZero();
        assertThat(evidence(2, OFTEN)).isPositive();
        assertThat(evidence(2, ALSO_OFTEN)).isNegative();
    }

    /** How much a feature speaks for the first of two answers. */
    private static double evidence(int least, int feature) {
        Examples examples = new Examples(2);
        examples.add(example(0, OFTEN));
        examples.add(example(0, OFTEN, ONCE));
        examples.add(example(1, ALSO_OFTEN));
        examples.add(example(1, ALSO_OFTEN));
        double[] evidence = LogisticRegression.learn(examples, 1e-3, least).evidence(new int[] {feature});
        return evidence[0] - evidence[1];
    }

    private static Example example(int answer, int... features) {
        double[] target = new double[2];
        target[answer] = 1;
        return new Example(features, new short[0], target, 1, new double[2]);
    }
}
