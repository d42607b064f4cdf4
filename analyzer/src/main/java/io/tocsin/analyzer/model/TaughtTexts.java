package io.tocsin.analyzer.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Remembers which texts heads learnt from, so that no measure is taken on one of them, and no text can be read out of
 * it: a Bloom filter (Bloom 1970). It is sure of what it never saw, but for 1 of 100, which it takes for seen.
 */
final class TaughtTexts {
    private static final int MAGIC = 0x746f6331;
    private static final int BITS_OF_A_TEXT = 10;
    private static final int HASHES = 7;

    private final BitSet bits;
    private final int size;

    private TaughtTexts(BitSet bits, int size) {
        this.bits = bits;
        this.size = size;
    }

    static TaughtTexts of(Collection<String> texts) {
        TaughtTexts taught = new TaughtTexts(new BitSet(), texts.size() * BITS_OF_A_TEXT + 1);
        texts.forEach(text -> taught.places(text).forEach(taught.bits::set));
        return taught;
    }

    boolean has(String text) {
        return places(text).allMatch(bits::get);
    }

    void write(OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(out)) {
            byte[] bytes = bits.toByteArray();
            data.writeInt(MAGIC);
            data.writeInt(size);
            data.writeInt(bytes.length);
            data.write(bytes);
        }
    }

    /** Reads all that were written one after the other. */
    static List<TaughtTexts> read(InputStream in) throws IOException {
        List<TaughtTexts> all = new ArrayList<>();
        try (DataInputStream data = new DataInputStream(in)) {
            while (true) {
                if (data.readInt() != MAGIC) {
                    throw new IOException("not a list of taught texts of this version; train again");
                }
                int size = data.readInt();
                all.add(new TaughtTexts(BitSet.valueOf(data.readNBytes(data.readInt())), size));
            }
        } catch (EOFException e) {
            return all;
        }
    }

    /** Two hashes make all the others (Kirsch and Mitzenmacher 2008). */
    private IntStream places(String text) {
        byte[] bytes = NormalText.of(text).getBytes(StandardCharsets.UTF_8);
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        long first = sum.getValue();
        sum.update(bytes);
        long second = sum.getValue() | 1;
        return IntStream.range(0, HASHES).map(i -> (int) ((first + i * second) % size));
    }
}
