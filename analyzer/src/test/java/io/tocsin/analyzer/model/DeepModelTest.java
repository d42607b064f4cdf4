package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.analyzer.model.Examples.Example;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeepModelTest {
    private static final int INPUTS = 8;

    @Test
    void twoNetworksTogetherGiveTheMeanOfTheirScores() {
        DeepModel a = network(1);
        DeepModel b = network(2);
        DeepModel both = DeepModel.mean(List.of(a, b));
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            float[] input = input(random);
            for (int c = 0; c < 2; c++) {
                assertThat(both.scores(input)[c])
                        .isCloseTo((a.scores(input)[c] + b.scores(input)[c]) / 2, within(0.05));
            }
        }
    }

    @Test
    void whatNoLineDividesIsLearnt() {
        Random random = new Random(7);
        Examples examples = new Examples(2);
        for (int i = 0; i < 9_000; i++) {
            float[] input = input(random);
            short[] half = new short[INPUTS];
            for (int j = 0; j < INPUTS; j++) {
                half[j] = Float.floatToFloat16(input[j]);
            }
            examples.add(new Example(
                    new int[0], half, unequal(input) ? new double[] {0, 1} : new double[] {1, 0}, 1, new double[2]));
        }
        DeepModel learnt = DeepLearning.learn(examples);
        int right = 0;
        for (int i = 0; i < 500; i++) {
            float[] input = input(random);
            double[] scores = learnt.scores(input);
            right += (scores[1] > scores[0]) == unequal(input) ? 1 : 0;
        }
        assertThat(right).as("of 500, chance is 250").isGreaterThan(325);
    }

    /** Exclusive or, which no linear model can tell. */
    private static boolean unequal(float[] input) {
        return (input[0] > 0) != (input[1] > 0);
    }

    private static float[] input(Random random) {
        float[] input = new float[INPUTS];
        for (int j = 0; j < INPUTS; j++) {
            input[j] = (float) random.nextGaussian();
        }
        return input;
    }

    private static DeepModel network(int seed) {
        Random random = new Random(seed);
        float[][] weights = new float[INPUTS][];
        for (int i = 0; i < INPUTS; i++) {
            weights[i] = input(random);
        }
        float[][] out = new float[INPUTS][2];
        for (float[] row : out) {
            row[0] = (float) random.nextGaussian();
            row[1] = (float) random.nextGaussian();
        }
        return DeepModel.rounded(weights, input(random), out, new float[] {0.1f, -0.1f});
    }
}
