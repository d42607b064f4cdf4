package io.tocsin.collector.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of posts, {@code .jsonl} or {@code .jsonl.gz}, read line by line.
 *
 * <p>Whatever is wrong with a line comes out as a {@link PostLine.Bad} and the reading goes on; where it cannot go on,
 * as in a gzip file that breaks off, that line is the last. Empty lines are skipped but counted.
 */
public final class PostFile implements Iterator<PostLine>, AutoCloseable {
    /** The longest line in bytes; a longer one is reported and skipped. */
    public static final int LINE_LIMIT = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final CountedInput file;
    private final LineInput lines;
    private @Nullable PostLine next;
    private boolean broken;

    private PostFile(CountedInput file, InputStream content) {
        this.file = file;
        this.lines = new LineInput(content, LINE_LIMIT);
    }

    /**
     * Opens a file; one whose name ends in {@code .gz} is unpacked.
     *
     * @throws IOException if there is no such file, or it is called gzip and is not
     */
    public static PostFile open(Path path) throws IOException {
        CountedInput file = new CountedInput(Files.newInputStream(path));
        try {
            boolean packed = path.toString().endsWith(".gz");
            return new PostFile(file, packed ? new GZIPInputStream(file, BUFFER) : file);
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
    }

    /** Reads the lines of what is in memory already. */
    public static PostFile of(byte[] content) {
        CountedInput bytes = new CountedInput(new ByteArrayInputStream(content));
        return new PostFile(bytes, bytes);
    }

    /** How many bytes of the file, as it lies on disk, were read so far. */
    public long bytesRead() {
        return file.count();
    }

    @Override
    public boolean hasNext() {
        while (next == null && !broken) {
            try {
                LineInput.Line line = lines.read();
                if (line == null) {
                    return false;
                }
                next = parse(line);
            } catch (IOException failure) {
                broken = true;
                next = new PostLine.Bad(
                        lines.number(), "cannot be read, the file breaks off here: " + failure.getMessage());
            }
        }
        return next != null;
    }

    @Override
    public PostLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        PostLine line = Objects.requireNonNull(next);
        next = null;
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static @Nullable PostLine parse(LineInput.Line line) {
        if (line.problem() != null) {
            return new PostLine.Bad(line.number(), line.problem());
        }
        if (line.text().isBlank()) {
            return null;
        }
        try {
            return new PostLine.Good(line.number(), PostFormat.read(line.text()));
        } catch (PostFormatException bad) {
            return new PostLine.Bad(line.number(), String.valueOf(bad.getMessage()));
        }
    }
}
