package io.tocsin.analyzer.model;

import java.util.SplittableRandom;

/** Weights that learn by Adam (Kingma and Ba 2015): rows of equal length that change one at a time. */
final class AdamWeights {
    private static final float MEMORY = 0.9f;
    private static final float LONG_MEMORY = 0.999f;
    private static final float TINY = 1e-8f;

    private final float[][] values;
    private final float[][] momentum;
    private final float[][] energy;
    private final int[] changes;

    private AdamWeights(int rows, int width) {
        this.values = new float[rows][width];
        this.momentum = new float[rows][width];
        this.energy = new float[rows][width];
        this.changes = new int[rows];
    }

    static AdamWeights zero(int rows, int width) {
        return new AdamWeights(rows, width);
    }

    /** Random numbers, the smaller the more rows are added up (LeCun et al. 1998). */
    static AdamWeights random(int rows, int width, SplittableRandom random) {
        AdamWeights weights = new AdamWeights(rows, width);
        double spread = 1 / Math.sqrt(rows);
        for (float[] row : weights.values) {
            for (int j = 0; j < width; j++) {
                row[j] = (float) (random.nextGaussian() * spread);
            }
        }
        return weights;
    }

    /** A row of the weights themselves, not a copy. */
    float[] row(int row) {
        return values[row];
    }

    /**
     * Changes a row against its gradient.
     *
     * @param decay how fast weights shrink that nothing asks for, in shares of the rate
     */
    void change(int row, float[] gradient, double rate, double decay) {
        int t = ++changes[row];
        float correction = (float) (1 / (1 - StrictMath.pow(MEMORY, t)));
        float longCorrection = (float) (1 / (1 - StrictMath.pow(LONG_MEMORY, t)));
        float step = (float) rate;
        float shrink = (float) (rate * decay);
        float[] v = values[row];
        float[] m = momentum[row];
        float[] e = energy[row];
        for (int j = 0; j < v.length; j++) {
            m[j] = MEMORY * m[j] + (1 - MEMORY) * gradient[j];
            e[j] = LONG_MEMORY * e[j] + (1 - LONG_MEMORY) * gradient[j] * gradient[j];
            float root = (float) Math.sqrt(e[j] * longCorrection);
            v[j] -= step * m[j] * correction / (root + TINY) + shrink * v[j];
        }
    }
}
