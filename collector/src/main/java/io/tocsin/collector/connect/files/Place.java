package io.tocsin.collector.connect.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How far a file was read.
 *
 * @param offset in bytes of its content, unpacked
 * @param line the number of the line that begins there, from 1
 * @param print of the file's first bytes and of those before the offset, or before the end of a packed file: if it
 *     differs, this is another file
 * @param mark of the file when it was read to its end; {@code null} if it was not
 */
record Place(long offset, long line, String print, @Nullable String mark) {
    static final Place START = new Place(0, 1, "", null);
    private static final int SAMPLE = 1_024;

    /** The place after a passage. */
    static Place after(Passage passage, Listed file) throws IOException {
        return new Place(passage.end(), passage.line(), print(file, passage.end()), null);
    }

    /** Whether what was read still stands in the file as it did. */
    boolean isIn(Listed file) throws IOException {
        return offset == 0 || print.equals(print(file, offset));
    }

    /** Read to the end. */
    Place marked(String value) {
        return new Place(offset, line, print, value);
    }

    private static String print(Listed file, long offset) throws IOException {
        long end = file.isPacked() ? file.size() : offset;
        int sample = (int) Math.min(end, SAMPLE);
        return Print.of(Content.onDisk(file.path(), 0, sample), Content.onDisk(file.path(), end - sample, sample));
    }
}
