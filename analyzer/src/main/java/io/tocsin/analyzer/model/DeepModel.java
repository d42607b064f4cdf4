package io.tocsin.analyzer.model;

import java.util.Arrays;
import java.util.List;

/**
 * Tells how likely each class is for a text that an encoder read: a network with one hidden layer of rectified linear
 * units. The weights of its first layer are worth as much as a byte each can say.
 */
final class DeepModel {
    /** The sizes of encodings are multiples of it. */
    static final int STRIDE = 4;

    private final byte[][] rounded;
    private final float[] scale;
    private final float[] hiddenBias;
    private final float[][] out;
    private final float[] outBias;

    /**
     * @param rounded for each input, a byte for each unit
     * @param scale what one of the bytes is worth, for each input
     * @param out for each unit, a weight for each class
     */
    DeepModel(byte[][] rounded, float[] scale, float[] hiddenBias, float[][] out, float[] outBias) {
        if (rounded.length != scale.length || rounded.length % STRIDE != 0 || out.length != hiddenBias.length) {
            throw new IllegalArgumentException("the sizes of a network do not fit");
        }
        this.rounded = rounded;
        this.scale = scale;
        this.hiddenBias = hiddenBias;
        this.out = out;
        this.outBias = outBias;
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

    /** One network whose scores are the mean of those of some. */
    static DeepModel mean(List<DeepModel> networks) {
        DeepModel mean = networks.getFirst();
        for (int n = 1; n < networks.size(); n++) {
            mean = sum(mean, n / (n + 1f), networks.get(n), 1 / (n + 1f));
        }
        return mean;
    }

    /** One network whose scores are the sum of those of two, each times a factor. */
    static DeepModel sum(DeepModel a, float ofA, DeepModel b, float ofB) {
        float[][] weights = new float[a.inputs()][];
        Arrays.setAll(weights, i -> joined(a.weights(i), b.weights(i)));
        float[][] out = new float[a.units() + b.units()][];
        Arrays.setAll(out, h -> h < a.units() ? times(ofA, a.out[h]) : times(ofB, b.out[h - a.units()]));
        float[] outBias = new float[a.classes()];
        for (int c = 0; c < outBias.length; c++) {
            outBias[c] = ofA * a.outBias[c] + ofB * b.outBias[c];
        }
        return rounded(weights, joined(a.hiddenBias, b.hiddenBias), out, outBias);
    }

    private static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static float[] times(float factor, float[] values) {
        float[] product = new float[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = factor * values[i];
        }
        return product;
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
        for (int i = 0; i < input.length; i += STRIDE) {
            addFour(hidden, input, i);
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

    private float[] weights(int input) {
        float[] weights = new float[units()];
        for (int h = 0; h < weights.length; h++) {
            weights[h] = rounded[input][h] * scale[input];
        }
        return weights;
    }

    /** Four inputs at a time take half the time of one, because few units alone do not fill a processor. */
    private void addFour(float[] hidden, float[] input, int i) {
        byte[] a = rounded[i];
        byte[] b = rounded[i + 1];
        byte[] c = rounded[i + 2];
        byte[] d = rounded[i + 3];
        float ofA = input[i] * scale[i];
        float ofB = input[i + 1] * scale[i + 1];
        float ofC = input[i + 2] * scale[i + 2];
        float ofD = input[i + 3] * scale[i + 3];
        for (int h = 0; h < hidden.length; h++) {
            hidden[h] += ofA * a[h] + ofB * b[h] + ofC * c[h] + ofD * d[h];
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
