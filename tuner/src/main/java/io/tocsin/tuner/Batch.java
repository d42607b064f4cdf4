package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Texts that are read together, the shorter ones filled up.
 *
 * @param lengths of the texts, in pieces
 * @param length of the longest
 * @param mask added to what a piece thinks of another, so that none heeds what fills up
 * @param share of every piece in the mean of its text
 */
record Batch(List<Integer> lengths, int length, NDArray mask, NDArray share) {
    private static final float IGNORED = -1e4f;

    static Batch of(List<Integer> lengths, NDManager manager) {
        int longest = lengths.stream().mapToInt(length -> length).max().orElseThrow();
        float[] mask = new float[lengths.size() * longest];
        float[] share = new float[mask.length];
        for (int text = 0; text < lengths.size(); text++) {
            for (int piece = 0; piece < longest; piece++) {
                boolean within = piece < lengths.get(text);
                mask[text * longest + piece] = within ? 0 : IGNORED;
                share[text * longest + piece] = within ? 1f / lengths.get(text) : 0;
            }
        }
        return new Batch(
                List.copyOf(lengths),
                longest,
                manager.create(mask, new Shape(lengths.size(), 1, 1, longest)),
                manager.create(share, new Shape(lengths.size(), longest, 1)));
    }

    int texts() {
        return lengths.size();
    }
}
