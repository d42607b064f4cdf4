package io.tocsin.collector.connect.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of files, unpacked. A packed file can only be read from its beginning, so the one that was read last stays
 * open: whoever reads on need not unpack everything before.
 */
final class Content {
    private static final int BUFFER = 1 << 16;

    private @Nullable Unpacking open;

    /** Up to so many bytes from there on. */
    byte[] bytes(Path file, long offset, int most) throws IOException {
        return Listed.isPacked(file) ? unpacked(file, offset, most) : onDisk(file, offset, most);
    }

    /** Up to so many bytes of the file as it lies on the disk. */
    static byte[] onDisk(Path file, long offset, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            int length = Math.clamp(channel.size() - offset, 0, most);
            ByteBuffer buffer = ByteBuffer.allocate(length);
            channel.position(offset);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            byte[] read = new byte[buffer.position()];
            buffer.flip().get(read);
            return read;
        }
    }

    /** The beginning of a file. */
    static byte[] head(Path file, int most) throws IOException {
        if (!Listed.isPacked(file)) {
            return onDisk(file, 0, most);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
            return in.readNBytes(most);
        }
    }

    private byte[] unpacked(Path file, long offset, int most) throws IOException {
        Unpacking reading = open;
        if (reading == null || !reading.isBefore(file, offset)) {
            close();
            reading = new Unpacking(file);
            open = reading;
        }
        try {
            byte[] bytes = reading.bytes(offset, most);
            if (bytes.length < most) {
                close();
            }
            return bytes;
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private void close() throws IOException {
        if (open != null) {
            open.in.close();
            open = null;
        }
    }

    private static final class Unpacking {
        private final Path file;
        private final InputStream in;
        private long position;

        Unpacking(Path file) throws IOException {
            this.file = file;
            this.in = new BufferedInputStream(open(file), BUFFER);
        }

        private static InputStream open(Path file) throws IOException {
            InputStream packed = Files.newInputStream(file);
            try {
                return new GZIPInputStream(packed, BUFFER);
            } catch (IOException none) {
                packed.close();
                throw none;
            }
        }

        /** A file that is begun anew may be another by now. */
        boolean isBefore(Path other, long offset) {
            return offset > 0 && position <= offset && file.equals(other);
        }

        byte[] bytes(long offset, int most) throws IOException {
            in.skipNBytes(offset - position);
            position = offset;
            in.mark(most);
            byte[] bytes = in.readNBytes(most);
            in.reset();
            return bytes;
        }
    }
}
