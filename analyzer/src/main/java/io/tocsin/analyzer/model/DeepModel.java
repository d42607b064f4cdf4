package io.tocsin.analyzer.model;

import java.util.Arrays;

/**
 * Tells how likely each class is for a text that an encoder read: a network with one hidden layer of rectified linear
 * units. The weights of its first layer are worth as much as a byte each can say.
 */
final class DeepModel {
    private final byte[][] rounded;
    private final float[] scale;
    private final float[][] weights;
    private final float[] hiddenBias;
    private final float[][] out;
    private final float[] outBias;

    /**
     * @param rounded for each input, a byte for each unit
     * @param scale what one of the bytes is worth, for each input
     * @param out for each unit, a weight for each class
     */
    DeepModel(byte[][] rounded, float[] scale, float[] hiddenBias, float[][] out, float[] outBias) {
        if (rounded.length != scale.length || out.length != hiddenBias.length) {
            throw new IllegalArgumentException("the sizes of a network do not fit");
        }
        this.rounded = rounded;
        this.scale = scale;
        this.hiddenBias = hiddenBias;
        this.out = out;
        this.outBias = outBias;
        this.weights = new float[rounded.length][hiddenBias.length];
        for (int i = 0; i < rounded.length; i++) {
            for (int h = 0; h < hiddenBias.length; h++) {
                weights[i][h] = rounded[i][h] * scale[i];
            }
        }
    }

    /** Rounds learnt weights to bytes. */
    static DeepModel rounded(float[][] learnt, float[] hiddenBias, float[][] out, float[] outBias) {
        byte[][] rounded = new byte[learnt.length][hiddenBias.length];
        float[] scale = new float[learnt.length];
        for (int i = 0; i < learnt.length; i++) {
            float largest = 1e-12f;
            for (float weight : learnt[i]) {
                largest = Math.max(largest, Math.abs(weight));
            }
            scale[i] = largest / Byte.MAX_VALUE;
            for (int h = 0; h < hiddenBias.length; h++) {
                rounded[i][h] = (byte) Math.round(learnt[i][h] / scale[i]);
            }
        }
        return new DeepModel(rounded, scale, hiddenBias, out, outBias);
    }

    /** One network whose scores are the mean of those of two. */
    static DeepModel together(DeepModel a, DeepModel b) {
        float[][] weights = new float[a.inputs()][];
        Arrays.setAll(weights, i -> joined(a.weights[i], b.weights[i]));
        float[][] out = new float[a.units() + b.units()][];
        Arrays.setAll(out, h -> half(h < a.units() ? a.out[h] : b.out[h - a.units()]));
        float[] outBias = new float[a.classes()];
        for (int c = 0; c < outBias.length; c++) {
            outBias[c] = (a.outBias[c] + b.outBias[c]) / 2;
        }
        return rounded(weights, joined(a.hiddenBias, b.hiddenBias), out, outBias);
    }

    private static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static float[] half(float[] values) {
        float[] half = new float[values.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = values[i] / 2;
        }
        return half;
    }

    /** How many numbers of an encoder it takes. */
    int inputs() {
        return scale.length;
    }

    int units() {
        return hiddenBias.length;
    }

    int classes() {
        return outBias.length;
    }

    /** How much speaks for each class. */
    double[] scores(float[] input) {
        float[] hidden = hiddenBias.clone();
        for (int i = 0; i < input.length; i++) {
            add(hidden, input[i], weights[i]);
        }
        double[] scores = new double[outBias.length];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = outBias[c];
            for (int h = 0; h < hidden.length; h++) {
                scores[c] += Math.max(0, hidden[h]) * out[h][c];
            }
        }
        return scores;
    }

    private static void add(float[] to, float factor, float[] row) {
        for (int h = 0; h < to.length; h++) {
            to[h] += factor * row[h];
        }
    }

    byte[][] rounded() {
        return rounded;
    }

    float[] scale() {
        return scale;
    }

    float[] hiddenBias() {
        return hiddenBias;
    }

    float[][] out() {
        return out;
    }

    float[] outBias() {
        return outBias;
    }
}
