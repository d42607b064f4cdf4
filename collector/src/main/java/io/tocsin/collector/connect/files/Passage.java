package io.tocsin.collector.connect.files;

import io.tocsin.collector.post.PostFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The complete records that follow at a place of a file.
 *
 * @param end where the next one begins, in bytes
 * @param line the number of its line, from 1
 */
record Passage(List<Entry> entries, long end, long line) {
    /** As many as are handed on at once. */
    static final int MOST = 500;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * One record without the end of its last line, or what is wrong with it.
     *
     * @param line the number of its first line
     */
    record Entry(long line, String text, @Nullable String problem) {}

    /**
     * The records in some bytes.
     *
     * @param bytes of the file from the place on: {@link PostFile#LINE_LIMIT} of them, or all there are
     * @param finished whether a last record without an end is taken for complete
     */
    static Passage of(byte[] bytes, Place place, Cut cut, Charset charset, boolean finished) {
        boolean reachesEnd = bytes.length < PostFile.LINE_LIMIT;
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        long line = place.line();
        while (at < bytes.length && entries.size() < MOST) {
            int end = cut.end(bytes, at, bytes.length);
            if (end < 0 && reachesEnd && finished) {
                end = bytes.length;
            }
            if (end < 0 && at == 0 && !reachesEnd) {
                return skipLine(bytes, place);
            }
            if (end < 0) {
                break;
            }
            entries.add(entry(line, ByteBuffer.wrap(bytes, at, end - at), charset));
            line += lines(bytes, at, end);
            at = end;
        }
        return new Passage(List.copyOf(entries), place.offset() + at, line);
    }

    /** Leaves a record behind that is too long: up to the end of its first line, if that is near. */
    private static Passage skipLine(byte[] bytes, Place place) {
        int end = Cut.LINES.end(bytes, 0, bytes.length);
        int skipped = end < 0 ? bytes.length : end;
        return new Passage(List.of(tooLong(place.line())), place.offset() + skipped, place.line() + (end < 0 ? 0 : 1));
    }

    private static Entry entry(long line, ByteBuffer bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(bytes).toString();
            String unmarked = line == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return new Entry(line, unmarked.stripTrailing(), null);
        } catch (CharacterCodingException other) {
            return new Entry(line, "", "is not " + charset);
        }
    }

    private static Entry tooLong(long line) {
        return new Entry(
                line, "", "is longer than " + PostFile.LINE_LIMIT + " bytes, or has a quote that never closes");
    }

    private static long lines(byte[] bytes, int from, int to) {
        long lines = 0;
        for (int at = from; at < to; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
