package io.tocsin.analyzer.encoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * What an encoder learnt from labelled posts beside what it came with: to some of its matrices a product of two narrow
 * ones is added (LoRA, Hu et al. 2021), some of its vectors are replaced. A few hundredths of the size of the encoder.
 *
 * @param added by the name of a matrix in {@link EncoderWeights}
 * @param replaced by the name of a vector
 */
public record Adapter(Map<String, LowRank> added, Map<String, Tensor> replaced) {
    private static final String MAGIC = "tocsin-adapter-1";
    private static final int MOST_NUMBERS = 10_000_000;

    public Adapter {
        added = Map.copyOf(added);
        replaced = Map.copyOf(replaced);
    }

    /**
     * A matrix of low rank.
     *
     * @param down as many rows as the matrix
     * @param up as many columns as the matrix
     */
    public record LowRank(Tensor down, Tensor up) {
        public LowRank {
            if (down.columns() != up.rows()) {
                throw new IllegalArgumentException(down.columns() + " columns times " + up.rows() + " rows");
            }
        }

        Tensor product() {
            return down.times(up);
        }
    }

    /**
     * The weights of an encoder after what it learnt.
     *
     * @throws IOException if they are those of another encoder
     */
    EncoderWeights adapted(EncoderWeights weights) throws IOException {
        EncoderWeights adapted = weights;
        for (Map.Entry<String, LowRank> matrix : added.entrySet()) {
            Tensor change = matrix.getValue().product();
            fits(weights, matrix.getKey(), change);
            adapted = adapted.changed(matrix.getKey(), before -> before.plus(change));
        }
        for (Map.Entry<String, Tensor> vector : replaced.entrySet()) {
            fits(weights, vector.getKey(), vector.getValue());
            adapted = adapted.changed(vector.getKey(), before -> vector.getValue());
        }
        return adapted;
    }

    private static void fits(EncoderWeights weights, String name, Tensor found) throws IOException {
        Tensor wanted = weights.tensor(name);
        if (wanted.rows() != found.rows() || wanted.columns() != found.columns()) {
            throw new IOException("%s has %d x %d numbers in the encoder and %d x %d in what it learnt"
                    .formatted(name, wanted.rows(), wanted.columns(), found.rows(), found.columns()));
        }
    }

    /** In bytes for the matrices and floats for the vectors, in the order of their names. */
    public void write(OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeUTF(MAGIC);
            data.writeInt(added.size());
            for (Map.Entry<String, LowRank> matrix : new TreeMap<>(added).entrySet()) {
                data.writeUTF(matrix.getKey());
                write(data, Rounded.of(matrix.getValue().down()));
                write(data, Rounded.of(matrix.getValue().up()));
            }
            data.writeInt(replaced.size());
            for (Map.Entry<String, Tensor> vector : new TreeMap<>(replaced).entrySet()) {
                data.writeUTF(vector.getKey());
                write(data, vector.getValue());
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if these are not the bytes of what this version can use; the message says what to do
     */
    public static Adapter read(InputStream in) throws IOException {
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
            if (!data.readUTF().equals(MAGIC)) {
                throw new IOException("not of this version; train it again");
            }
            Map<String, LowRank> added = new TreeMap<>();
            for (int left = data.readInt(); left > 0; left--) {
                added.put(data.readUTF(), new LowRank(rounded(data), rounded(data)));
            }
            Map<String, Tensor> replaced = new TreeMap<>();
            for (int left = data.readInt(); left > 0; left--) {
                replaced.put(data.readUTF(), tensor(data));
            }
            return new Adapter(added, replaced);
        } catch (EOFException e) {
            throw new IOException("it is cut off; copy or train it again", e);
        } catch (ZipException | IllegalArgumentException e) {
            throw new IOException("it is damaged: " + e.getMessage() + "; copy or train it again", e);
        }
    }

    private static void write(DataOutputStream data, Rounded matrix) throws IOException {
        write(data, matrix.scale());
        data.writeInt(matrix.bytes().length);
        data.write(matrix.bytes());
    }

    private static Tensor rounded(DataInputStream data) throws IOException {
        Tensor scale = tensor(data);
        byte[] bytes = new byte[size(data)];
        data.readFully(bytes);
        return new Rounded(scale.columns(), bytes, true, scale, 0).exact();
    }

    private static void write(DataOutputStream data, Tensor vector) throws IOException {
        data.writeInt(vector.columns());
        for (float value : vector.values()) {
            data.writeFloat(value);
        }
    }

    private static Tensor tensor(DataInputStream data) throws IOException {
        float[] values = new float[size(data)];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.readFloat();
        }
        return Tensor.vector(values);
    }

    private static int size(DataInputStream data) throws IOException {
        int size = data.readInt();
        if (size < 1 || size > MOST_NUMBERS) {
            throw new IllegalArgumentException("a tensor of " + size + " numbers");
        }
        return size;
    }
}
