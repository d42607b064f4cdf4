package io.tocsin.analyzer.encoder;

import java.util.Arrays;

/** Numbers in rows and columns; a vector is one row. Never changed once it is made. */
public final class Tensor {
    private final int columns;
    private final float[] values;

    private Tensor(int columns, float[] values) {
        this.columns = columns;
        this.values = values;
    }

    /**
     * Takes numbers as they are.
     *
     * @param values row by row; they become the tensor's own
     * @throws IllegalArgumentException if they do not fill their rows
     */
    public static Tensor of(int columns, float[] values) {
        if (columns <= 0 || values.length == 0 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " numbers do not fill rows of " + columns);
        }
        return new Tensor(columns, values);
    }

    /** One row. */
    public static Tensor vector(float... values) {
        return of(values.length, values);
    }

    /** As many numbers as asked for, all the same. */
    static Tensor all(float value, int columns) {
        float[] values = new float[columns];
        Arrays.fill(values, value);
        return of(columns, values);
    }

    /** How many rows there are. */
    public int rows() {
        return values.length / columns;
    }

    /** How many numbers a row has. */
    public int columns() {
        return columns;
    }

    /** Row by row; not a copy, only to be read. */
    public float[] values() {
        return values;
    }

    /** The first rows. */
    Tensor first(int rows) {
        return of(columns, Arrays.copyOf(values, Math.min(rows, rows()) * columns));
    }

    /** With another tensor of the same size added, or a vector added to every row. */
    Tensor plus(Tensor other) {
        float[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i % other.values.length];
        }
        return of(columns, sum);
    }

    /** The product of two matrices. */
    Tensor times(Tensor other) {
        float[] product = new float[rows() * other.columns];
        for (int row = 0; row < rows(); row++) {
            for (int k = 0; k < columns; k++) {
                float factor = values[row * columns + k];
                for (int j = 0; j < other.columns; j++) {
                    product[row * other.columns + j] += factor * other.values[k * other.columns + j];
                }
            }
        }
        return of(other.columns, product);
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
