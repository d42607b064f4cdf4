package io.tocsin.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The right to work on a data folder, which one process has at a time and which ends with it. */
record FolderLock(Path folder, FileChannel channel) implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /**
     * Makes the folder where it is missing and locks it.
     *
     * @param patience how long to wait for a process that still holds it
     * @throws FolderInUseException if it is held longer
     */
    static FolderLock take(Path folder, Duration patience)
            throws IOException, InterruptedException, FolderInUseException {
        Path real = Files.createDirectories(folder).toRealPath();
        Path file = real.resolve("engine.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + patience.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                channel.close();
                throw new FolderInUseException(inUse(real, file));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        channel.truncate(0)
                .write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new FolderLock(real, channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static String inUse(Path folder, Path file) throws IOException {
        return "The data folder " + folder + " is in use by another Tocsin (its engine is process "
                + Files.readString(file) + "). Stop that one first, or give this one another data folder.";
    }
}
