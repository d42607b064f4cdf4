package io.tocsin.analyzer.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** A head as bytes: its answers, both its models, and how much each is trusted; compressed. */
final class HeadFile {
    private static final String MAGIC = "tocsin-head-3";
    private static final int MOST_ANSWERS = 200;
    private static final int MOST_UNITS = 1_000;

    private HeadFile() {}

    static void write(TrainedHead head, OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new Smallest(out))) {
            data.writeUTF(MAGIC);
            data.writeInt(BucketSet.BITS);
            data.writeInt(head.answers().size());
            for (String answer : head.answers()) {
                data.writeUTF(answer);
            }
            data.writeDouble(head.trustInWords());
            data.writeDouble(head.trustInMeaning());
            data.writeDouble(head.sure());
            write(data, head.words());
            data.writeInt(head.meaning().inputs());
            data.writeInt(head.meaning().units());
            for (byte[] row : head.meaning().rounded()) {
                data.write(row);
            }
            write(data, head.meaning().scale());
            write(data, head.meaning().hiddenBias());
            for (float[] row : head.meaning().out()) {
                write(data, row);
            }
            write(data, head.meaning().outBias());
        }
    }

    /**
     * Reads a head.
     *
     * @param inputs how many numbers the encoder gives
     * @throws IOException if these are not the bytes of a head that this version and this encoder can use
     */
    static TrainedHead read(InputStream in, int inputs) throws IOException {
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
            if (!data.readUTF().equals(MAGIC) || data.readInt() != BucketSet.BITS) {
                throw new IOException("not a head of this version; train it again");
            }
            int k = size(data, 2, MOST_ANSWERS, "answers");
            List<String> answers = new ArrayList<>();
            for (int c = 0; c < k; c++) {
                answers.add(data.readUTF());
            }
            double trustInWords = data.readDouble();
            double trustInMeaning = data.readDouble();
            double sure = data.readDouble();
            LinearModel words = words(data, k);
            return new TrainedHead(answers, words, deep(data, inputs, k), trustInWords, trustInMeaning, sure);
        } catch (EOFException e) {
            throw new IOException("it is cut off; copy or train it again", e);
        } catch (ZipException | java.io.UTFDataFormatException e) {
            throw new IOException("it is damaged or no head: " + e.getMessage() + "; copy or train it again", e);
        }
    }

    static void write(DataOutputStream data, LinearModel words) throws IOException {
        write(data, words.scale());
        write(data, words.bias());
        data.write(words.weights());
    }

    static LinearModel words(DataInputStream data, int k) throws IOException {
        return new LinearModel(k, floats(data, k), floats(data, k), bytes(data, k * BucketSet.SIZE));
    }

    private static DeepModel deep(DataInputStream data, int inputs, int k) throws IOException {
        int found = data.readInt();
        if (found != inputs) {
            throw new IOException("it takes " + found + " numbers of an encoder, but the encoder of this version gives "
                    + inputs + "; train it again");
        }
        int units = size(data, 1, MOST_UNITS, "units");
        byte[][] rounded = new byte[inputs][units];
        for (byte[] row : rounded) {
            data.readFully(row);
        }
        float[] scale = floats(data, inputs);
        float[] hiddenBias = floats(data, units);
        float[][] out = new float[units][];
        for (int h = 0; h < units; h++) {
            out[h] = floats(data, k);
        }
        return new DeepModel(rounded, scale, hiddenBias, out, floats(data, k));
    }

    private static int size(DataInputStream data, int least, int most, String what) throws IOException {
        int size = data.readInt();
        if (size < least || size > most) {
            throw new IOException("a head of " + size + " " + what + "; train it again");
        }
        return size;
    }

    private static byte[] bytes(DataInputStream data, int length) throws IOException {
        byte[] bytes = new byte[length];
        data.readFully(bytes);
        return bytes;
    }

    private static float[] floats(DataInputStream data, int length) throws IOException {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = data.readFloat();
        }
        return values;
    }

    private static void write(DataOutputStream data, float[] values) throws IOException {
        for (float value : values) {
            data.writeFloat(value);
        }
    }

    /** All heads together are to stay below 10 MB. */
    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
