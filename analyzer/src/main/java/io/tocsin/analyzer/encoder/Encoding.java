package io.tocsin.analyzer.encoder;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/** What an {@link Encoder} says of a text. */
public final class Encoding {
    private static final int VIEWS = 3;

    private final float[] features;
    private final float[] vector;

    private Encoding(float[] features, float[] vector) {
        this.features = features;
        this.vector = vector;
    }

    /**
     * For the heads: of every tapped layer the mark at the beginning, the mean and the maximum over the text; in place of
     * the maximum the mean over the places of {@link Encoder#FOCUS} where there are any. Not a copy.
     */
    public float[] features() {
        return features;
    }

    /**
     * Of length 1, near to those of texts of like meaning: the mark at the beginning in the last layer. Not a copy.
     */
    public float[] vector() {
        return vector;
    }

    static int size(int layers, int width) {
        return layers * width * VIEWS;
    }

    static Encoding of(FloatBuffer[] layers, int[] focus, int pieces, int width) {
        float[] features = new float[size(layers.length, width)];
        float[] layer = new float[pieces * width];
        for (int i = 0; i < layers.length; i++) {
            layers[i].get(layer);
            int at = size(i, width);
            System.arraycopy(layer, 0, features, at, width);
            mean(layer, IntStream.range(0, pieces).toArray(), width, features, at + width);
            if (focus.length > 0) {
                mean(layer, focus, width, features, at + 2 * width);
            } else {
                maximum(layer, pieces, width, features, at + 2 * width);
            }
        }
        return new Encoding(features, vector(layer, width));
    }

    private static void mean(float[] layer, int[] pieces, int width, float[] features, int at) {
        for (int piece : pieces) {
            for (int j = 0; j < width; j++) {
                features[at + j] += layer[piece * width + j] / pieces.length;
            }
        }
    }

    private static void maximum(float[] layer, int pieces, int width, float[] features, int at) {
        System.arraycopy(layer, 0, features, at, width);
        for (int piece = 1; piece < pieces; piece++) {
            for (int j = 0; j < width; j++) {
                features[at + j] = Math.max(features[at + j], layer[piece * width + j]);
            }
        }
    }

    private static float[] vector(float[] layer, int width) {
        double square = 0;
        for (int j = 0; j < width; j++) {
            square += layer[j] * layer[j];
        }
        float length = (float) Math.sqrt(square);
        float[] vector = new float[width];
        for (int j = 0; j < width; j++) {
            vector[j] = layer[j] / length;
        }
        return vector;
    }
}
