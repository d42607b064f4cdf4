package io.tocsin.analyzer.encoder;

/**
 * A tensor in bytes: a number is {@code (byte - zero) * scale}, with one scale for all or one for every column.
 *
 * <p>{@link #of} uses 7 of the 8 bits, as the exported models do: processors without VNNI add two products of a byte
 * without sign and one with sign in 16 bits, where more would overflow (ONNX Runtime, <a
 * href="https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html">"When and why do I need to try
 * U8U8?", {@code reduce_range}</a>). What was read from such a model and was not changed becomes the same bytes again.
 */
final class Rounded {
    private static final int MOST = 64;

    private final int columns;
    private final byte[] bytes;
    private final boolean signed;
    private final Tensor scale;
    private final int zero;

    /** @param signed whether the bytes mean -128 to 127, not 0 to 255 */
    Rounded(int columns, byte[] bytes, boolean signed, Tensor scale, int zero) {
        this.columns = columns;
        this.bytes = bytes;
        this.signed = signed;
        this.scale = scale;
        this.zero = zero;
    }

    /** The nearest bytes, with the scale of every column by its largest number. */
    static Rounded of(Tensor exact) {
        float[] scale = scale(exact);
        float[] values = exact.values();
        byte[] bytes = new byte[values.length];
        for (int begin = 0; begin < values.length; begin += scale.length) {
            for (int j = 0; j < scale.length; j++) {
                bytes[begin + j] = (byte) Math.round(values[begin + j] / scale[j]);
            }
        }
        return new Rounded(exact.columns(), bytes, true, Tensor.vector(scale), 0);
    }

    private static float[] scale(Tensor exact) {
        float[] values = exact.values();
        float[] scale = new float[exact.columns()];
        for (int begin = 0; begin < values.length; begin += scale.length) {
            for (int j = 0; j < scale.length; j++) {
                scale[j] = Math.max(scale[j], Math.abs(values[begin + j]));
            }
        }
        for (int j = 0; j < scale.length; j++) {
            scale[j] = scale[j] == 0 ? 1 : scale[j] / MOST;
        }
        return scale;
    }

    /** The numbers that the bytes stand for. */
    Tensor exact() {
        float[] factors = scale.columns() == columns
                ? scale.values()
                : Tensor.all(scale.values()[0], columns).values();
        int mask = signed ? -1 : 0xff;
        float[] values = new float[bytes.length];
        for (int begin = 0; begin < values.length; begin += columns) {
            for (int j = 0; j < columns; j++) {
                values[begin + j] = ((bytes[begin + j] & mask) - zero) * factors[j];
            }
        }
        return Tensor.of(columns, values);
    }

    int rows() {
        return bytes.length / columns;
    }

    int columns() {
        return columns;
    }

    /** Row by row; not a copy, only to be read. */
    byte[] bytes() {
        return bytes;
    }

    boolean signed() {
        return signed;
    }

    Tensor scale() {
        return scale;
    }

    int zero() {
        return zero;
    }
}
