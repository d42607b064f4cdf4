package io.tocsin.analyzer.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Tells how likely each class is for a text: one weight per feature and class, kept as a byte.
 *
 * <p>A text is a vector of length 1 whose features are all equal, so that long texts do not shout.
 */
final class LinearModel {
    /** Weights of so few of the 127 steps tell next to nothing. */
    private static final int NEGLIGIBLE = 2;

    private final int classes;
    private final float[] scale;
    private final float[] bias;
    private final byte[] weights;

    LinearModel(int classes, float[] scale, float[] bias, byte[] weights) {
        if (weights.length != classes * BucketSet.SIZE || scale.length != classes || bias.length != classes) {
            throw new IllegalArgumentException("a model of " + classes + " classes has other sizes");
        }
        this.classes = classes;
        this.scale = scale.clone();
        this.bias = bias.clone();
        this.weights = weights.clone();
    }

    /**
     * Rounds learnt weights to bytes.
     *
     * @param vocabulary the features that have weights; all others have none
     * @param learnt feature by feature of the vocabulary, within it class by class, the biases last
     */
    static LinearModel rounded(int k, int[] vocabulary, double[] learnt) {
        float[] scale = new float[k];
        float[] bias = new float[k];
        byte[] weights = new byte[k * BucketSet.SIZE];
        for (int c = 0; c < k; c++) {
            double largest = 1e-9;
            for (int i = 0; i < vocabulary.length; i++) {
                largest = Math.max(largest, Math.abs(learnt[i * k + c]));
            }
            for (int i = 0; i < vocabulary.length; i++) {
                weights[vocabulary[i] * k + c] = (byte) Math.round(learnt[i * k + c] / largest * Byte.MAX_VALUE);
            }
            scale[c] = (float) (largest / Byte.MAX_VALUE);
            bias[c] = (float) learnt[vocabulary.length * k + c];
        }
        return new LinearModel(k, scale, bias, weights);
    }

    /** The same model, its scores multiplied by a factor, so that its probabilities are neither too bold nor too shy. */
    LinearModel tempered(double factor) {
        float[] scale = this.scale.clone();
        float[] bias = this.bias.clone();
        for (int c = 0; c < classes; c++) {
            scale[c] *= (float) factor;
            bias[c] *= (float) factor;
        }
        return new LinearModel(classes, scale, bias, weights);
    }

    /** A model that judges alike without the weights that tell next to nothing, and takes less room in a file. */
    LinearModel sparse() {
        byte[] weights = this.weights.clone();
        for (int at = 0; at < weights.length; at++) {
            weights[at] = Math.abs(weights[at]) > NEGLIGIBLE ? weights[at] : 0;
        }
        return new LinearModel(classes, scale, bias, weights);
    }

    /** One model whose scores are the sums of those of two. */
    LinearModel plus(LinearModel other) {
        int[] vocabulary = IntStream.range(0, BucketSet.SIZE).toArray();
        double[] sums = new double[weights.length + classes];
        for (int at = 0; at < weights.length; at++) {
            sums[at] = weight(at, at % classes) + other.weight(at, at % classes);
        }
        for (int c = 0; c < classes; c++) {
            sums[weights.length + c] = bias[c] + other.bias[c];
        }
        return rounded(classes, vocabulary, sums);
    }

    private double weight(int at, int c) {
        return scale[c] * weights[at];
    }

    int classes() {
        return classes;
    }

    /**
     * How likely each class is; they add up to 1.
     *
     * @param features as {@link Features} finds them
     */
    double[] probabilities(int[] features) {
        double[] scores = scores(features);
        softmax(scores);
        return scores;
    }

    /** How much speaks for each class. */
    double[] scores(int[] features) {
        double[] scores = evidence(features);
        double unit = unit(features);
        for (int c = 0; c < classes; c++) {
            scores[c] = bias[c] + unit * scores[c];
        }
        return scores;
    }

    /** What these features would add to the score of each class, in a text of a single feature. */
    double[] evidence(int[] features) {
        long[] sums = new long[classes];
        for (int feature : features) {
            for (int c = 0; c < classes; c++) {
                sums[c] += weights[feature * classes + c];
            }
        }
        double[] evidence = new double[classes];
        for (int c = 0; c < classes; c++) {
            evidence[c] = scale[c] * sums[c];
        }
        return evidence;
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
