package io.tocsin.collector.connect.files;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How far a file was read.
 *
 * @param offset in bytes
 * @param line the number of the line that begins there, from 1
 * @param print of the file's first bytes and of those before the offset: if it differs, this is another file
 */
record Place(long offset, long line, String print) {
    static final Place START = new Place(0, 1, "");
    private static final int SAMPLE = 1_024;
    private static final int PRINT_BYTES = 12;

    /** The place after a passage. */
    static Place after(Passage passage, Path file) throws IOException {
        return new Place(passage.end(), passage.line(), print(file, passage.end()));
    }

    /** Whether what was read still stands in the file as it did. */
    boolean isIn(Path file) throws IOException {
        return offset == 0 || print.equals(print(file, offset));
    }

    private static String print(Path file, long offset) throws IOException {
        int sample = (int) Math.min(offset, SAMPLE);
        MessageDigest digest = sha256();
        digest.update(Passage.bytes(file, 0, sample));
        digest.update(Passage.bytes(file, offset - sample, sample));
        return HexFormat.of().formatHex(digest.digest(), 0, PRINT_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
