package io.tocsin.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A file that is written line by line, packed if its name ends in {@code .gz}. */
final class Lines implements AutoCloseable {
    private final BufferedWriter writer;
    private long written;

    private Lines(BufferedWriter writer) {
        this.writer = writer;
    }

    /** @throws IOException if the file cannot be written; one that is there is replaced */
    static Lines to(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
        return new Lines(new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8)));
    }

    void write(String line) {
        try {
            writer.write(line);
            writer.write('\n');
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
        }
    }

    long written() {
        return written;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
