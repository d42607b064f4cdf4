package io.tocsin.analyzer.analysis;

import java.util.Arrays;

/**
 * A text as a point, near to texts of like meaning. Only texts in the same language can be compared.
 *
 * <p>The points of all texts lie in a narrow cone: before nearness says much, their common mean has to be taken away.
 */
public final class Embedding {
    private final float[] values;

    public Embedding(float[] values) {
        this.values = values.clone();
    }

    public float[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding e && Arrays.equals(values, e.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[" + values.length + "]";
    }
}
