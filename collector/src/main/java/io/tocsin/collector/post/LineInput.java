package io.tocsin.collector.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 that never take more memory than the limit, however long a line is. */
final class LineInput implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private int position;
    private int end;
    private long number;

    LineInput(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** One line without its end, or what is wrong with it. */
    record Line(long number, String text, @Nullable String problem) {}

    /** The number of the line that was read last, or broke off. */
    long number() {
        return number;
    }

    /** The next line, or {@code null} after the last. */
    @Nullable
    Line read() throws IOException {
        number++;
        line.reset();
        long length = 0;
        boolean ended = false;
        while (!ended && fill()) {
            int stop = newline();
            length += stop - position;
            if (length <= limit) {
                line.write(buffer, position, stop - position);
            }
            ended = stop < end;
            position = ended ? stop + 1 : end;
        }
        return ended || length > 0 ? line(length) : null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(buffer));
        }
        return position < end;
    }

    private int newline() {
        int at = position;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private Line line(long length) {
        if (length > limit) {
            return new Line(number, "", "is " + length + " bytes long; the limit is " + limit);
        }
        try {
            String text = utf8.decode(ByteBuffer.wrap(line.toByteArray())).toString();
            return new Line(number, number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, null);
        } catch (CharacterCodingException notUtf8) {
            return new Line(number, "", "is not UTF-8");
        }
    }
}
