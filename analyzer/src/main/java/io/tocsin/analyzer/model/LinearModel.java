package io.tocsin.analyzer.model;

import java.util.Arrays;
import java.util.List;

/**
 * Tells how likely each class is for a text: one weight per feature and class, kept as a byte.
 *
 * <p>A text is a vector of length 1 whose features are all equal, so that long texts do not shout.
 */
public final class LinearModel {
    private final List<String> classes;
    private final float[] scale;
    private final float[] bias;
    private final byte[] weights;

    LinearModel(List<String> classes, float[] scale, float[] bias, byte[] weights) {
        if (weights.length != classes.size() * BucketSet.SIZE
                || scale.length != classes.size()
                || bias.length != classes.size()) {
            throw new IllegalArgumentException("a model of " + classes.size() + " classes has other sizes");
        }
        this.classes = List.copyOf(classes);
        this.scale = scale.clone();
        this.bias = bias.clone();
        this.weights = weights.clone();
    }

    /**
     * Rounds learnt weights to bytes.
     *
     * @param learnt feature by feature, within it class by class, the biases last
     * @param temperature divides the scores, so that the probabilities are neither too bold nor too shy
     */
    static LinearModel rounded(List<String> classes, double[] learnt, double temperature) {
        int k = classes.size();
        float[] scale = new float[k];
        float[] bias = new float[k];
        byte[] weights = new byte[k * BucketSet.SIZE];
        for (int c = 0; c < k; c++) {
            double largest = 1e-9;
            for (int i = c; i < weights.length; i += k) {
                largest = Math.max(largest, Math.abs(learnt[i]));
            }
            for (int i = c; i < weights.length; i += k) {
                weights[i] = (byte) Math.round(learnt[i] / largest * Byte.MAX_VALUE);
            }
            scale[c] = (float) (largest / Byte.MAX_VALUE / temperature);
            bias[c] = (float) (learnt[weights.length + c] / temperature);
        }
        return new LinearModel(classes, scale, bias, weights);
    }

    /** The names of the classes, in the order of {@link #probabilities}. */
    public List<String> classes() {
        return classes;
    }

    /**
     * How likely each class is; they add up to 1.
     *
     * @param features as {@link Features} finds them
     */
    public double[] probabilities(int[] features) {
        double[] scores = scores(features);
        softmax(scores);
        return scores;
    }

    /** How much speaks for each class. */
    double[] scores(int[] features) {
        int k = classes.size();
        long[] sums = new long[k];
        for (int feature : features) {
            for (int c = 0; c < k; c++) {
                sums[c] += weights[feature * k + c];
            }
        }
        double[] scores = new double[k];
        for (int c = 0; c < k; c++) {
            scores[c] = bias[c] + scale[c] * sums[c] * unit(features);
        }
        return scores;
    }

    /** The value of each feature in a vector of length 1. */
    static double unit(int[] features) {
        return features.length == 0 ? 0 : 1 / Math.sqrt(features.length);
    }

    /** Turns scores into probabilities, in place. Exact on every machine, so that a replay gives the same twice. */
    static void softmax(double[] scores) {
        double highest = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = StrictMath.exp(scores[c] - highest);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
    }

    float[] scale() {
        return scale.clone();
    }

    float[] bias() {
        return bias.clone();
    }

    byte[] weights() {
        return weights.clone();
    }
}
