package io.tocsin.analyzer.encoder;

import java.util.Arrays;

/** Numbers in rows and columns; a vector is one row. Never changed once it is made. */
final class Tensor {
    private final int columns;
    private final float[] values;

    private Tensor(int columns, float[] values) {
        this.columns = columns;
        this.values = values;
    }

    /**
     * @param values row by row; they become the tensor's own
     * @throws IllegalArgumentException if they do not fill their rows
     */
    static Tensor of(int columns, float[] values) {
        if (columns <= 0 || values.length == 0 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " numbers do not fill rows of " + columns);
        }
        return new Tensor(columns, values);
    }

    static Tensor vector(float... values) {
        return of(values.length, values);
    }

    /** As many numbers as asked for, all the same. */
    static Tensor all(float value, int columns) {
        float[] values = new float[columns];
        Arrays.fill(values, value);
        return of(columns, values);
    }

    int rows() {
        return values.length / columns;
    }

    int columns() {
        return columns;
    }

    /** Row by row; not a copy, only to be read. */
    float[] values() {
        return values;
    }

    /** The first rows. */
    Tensor first(int rows) {
        return of(columns, Arrays.copyOf(values, Math.min(rows, rows()) * columns));
    }

    /** With a vector added to every row. */
    Tensor plus(Tensor vector) {
        float[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector.values[i % columns];
        }
        return of(columns, sum);
    }

    /** Tensors of as many rows, side by side. */
    static Tensor beside(Tensor... parts) {
        int width = Arrays.stream(parts).mapToInt(Tensor::columns).sum();
        float[] joined = new float[parts[0].rows() * width];
        int left = 0;
        for (Tensor part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                System.arraycopy(part.values, row * part.columns, joined, row * width + left, part.columns);
            }
            left += part.columns;
        }
        return of(width, joined);
    }
}
