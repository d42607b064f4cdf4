package io.tocsin.analyzer.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A model as bytes: the names of the classes, scale and bias of each, and the weights; compressed. */
final class ModelFile {
    private static final String MAGIC = "tocsin-linear-1";
    private static final int MOST_CLASSES = 100;

    private ModelFile() {}

    static void write(LinearModel model, OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeUTF(MAGIC);
            data.writeByte(BucketSet.BITS);
            data.writeByte(model.classes().size());
            for (int c = 0; c < model.classes().size(); c++) {
                data.writeUTF(model.classes().get(c));
                data.writeFloat(model.scale()[c]);
                data.writeFloat(model.bias()[c]);
            }
            data.write(model.weights());
        }
    }

    /** @throws IOException if these are not the bytes of a model that this version can use */
    static LinearModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in));
        if (!data.readUTF().equals(MAGIC) || data.readByte() != BucketSet.BITS) {
            throw new IOException("not a model of this version; train it again");
        }
        int k = data.readByte();
        if (k < 2 || k > MOST_CLASSES) {
            throw new IOException("a model of " + k + " classes; train it again");
        }
        List<String> classes = new ArrayList<>();
        float[] scale = new float[k];
        float[] bias = new float[k];
        for (int c = 0; c < k; c++) {
            classes.add(data.readUTF());
            scale[c] = data.readFloat();
            bias[c] = data.readFloat();
        }
        byte[] weights = new byte[k * BucketSet.SIZE];
        data.readFully(weights);
        return new LinearModel(classes, scale, bias, weights);
    }
}
