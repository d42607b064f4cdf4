package io.tocsin.analyzer.encoder;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a BERT model has learnt, by the names of PyTorch's modules: {@code encoder.layer.0.attention.self.query.weight}
 * and {@code .bias}, {@code encoder.layer.0.output.LayerNorm.weight} and so on. The rows of a matrix are what goes in,
 * its columns what comes out.
 *
 * <p>Never changed: {@link #changed} gives other weights. Matrices are made when they are asked for, so that only those
 * in use take the room of floats.
 */
public final class EncoderWeights {
    static final String WORDS = "embeddings.word_embeddings.weight";
    private static final String LAYER = "encoder.layer.";

    private final Map<String, Supplier<Tensor>> tensors;
    private final Rounded words;

    private EncoderWeights(Map<String, Supplier<Tensor>> tensors, Rounded words) {
        this.tensors = tensors;
        this.words = words;
    }

    static EncoderWeights of(Map<String, Supplier<Tensor>> tensors, Rounded words) {
        return new EncoderWeights(Map.copyOf(tensors), words);
    }

    /** The name of a tensor of layer {@code layer}, counted from 1. */
    public static String inLayer(int layer, String name) {
        return LAYER + (layer - 1) + "." + name;
    }

    /**
     * These weights with one tensor changed.
     *
     * @throws IOException if there is none of the name
     */
    EncoderWeights changed(String name, UnaryOperator<Tensor> change) throws IOException {
        Supplier<Tensor> before = find(name);
        Map<String, Supplier<Tensor>> after = new HashMap<>(tensors);
        after.put(name, () -> change.apply(before.get()));
        return of(after, words);
    }

    /**
     * A matrix, or a vector in one row.
     *
     * @throws IOException if there is none of the name
     */
    public Tensor tensor(String name) throws IOException {
        return find(name).get();
    }

    private Supplier<Tensor> find(String name) throws IOException {
        Supplier<Tensor> tensor = tensors.get(name);
        if (tensor == null) {
            throw new IOException("the model lacks " + name);
        }
        return tensor;
    }

    /** The pieces of words, one a row, in the bytes they were read in: nothing but their look-up needs them. */
    Rounded words() {
        return words;
    }

    /** What the pieces of words mean, one a row. */
    public Tensor pieces() {
        return words.exact();
    }

    /** How many numbers stand for a piece. */
    public int width() {
        return words.columns();
    }
}
