package io.tocsin.analyzer.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The apprentices of the heads whose answers decide whether an encoder reads a post, and the folder that keeps them. */
final class Apprentices {
    /** What must be sure before an encoder is spared. */
    static final Set<Question> DECISIVE = EnumSet.of(Question.COMPLAINT, Question.SENTIMENT);

    private static final Logger log = LoggerFactory.getLogger(Apprentices.class);
    private static final String MAGIC = "tocsin-words-1";

    private final Map<Head, Apprentice> apprentices = new HashMap<>();
    private final Path folder;
    private final Executor lessons;

    /**
     * Those in a folder, and new ones for the other heads.
     *
     * @param lessons gets the lessons to run
     * @throws IOException if a file cannot be used; the message names it and says what to do
     */
    Apprentices(Map<Head, TrainedHead> heads, Path folder, Executor lessons) throws IOException {
        this.folder = folder;
        this.lessons = lessons;
        for (Map.Entry<Head, TrainedHead> head : heads.entrySet()) {
            if (DECISIVE.contains(head.getKey().question())) {
                apprentices.put(
                        head.getKey(),
                        read(file(head.getKey()), head.getValue()).orElseGet(() -> new Apprentice(head.getValue())));
            }
        }
    }

    Optional<Apprentice> of(Head head) {
        return Optional.ofNullable(apprentices.get(head));
    }

    /** Tells an apprentice what its head says of a post. */
    void hear(Head head, int[] features, double[] answer) {
        Apprentice apprentice = apprentices.get(head);
        if (apprentice != null && apprentice.hear(features, answer)) {
            lessons.execute(() -> {
                apprentice.learn();
                write(head, apprentice);
            });
        }
    }

    private Path file(Head head) {
        return folder.resolve(head.word() + ".words");
    }

    /** Empty if there is none yet, or if it learnt from another head than the one that is there now. */
    private static Optional<Apprentice> read(Path file, TrainedHead master) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(new GZIPInputStream(bytes))) {
            if (!data.readUTF().equals(MAGIC)) {
                throw new IOException("not of this version");
            }
            if (data.readLong() != fingerprint(master)) {
                return Optional.empty();
            }
            return Optional.of(
                    new Apprentice(master, HeadFile.words(data, master.answers().size())));
        } catch (EOFException | ZipException e) {
            throw new IOException(file + ": it is cut off or damaged; delete it, and it is learnt anew", e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage() + "; delete it, and it is learnt anew", e);
        }
    }

    private void write(Head head, Apprentice apprentice) {
        try {
            Files.createDirectories(folder);
            Path half = folder.resolve(head.word() + ".half");
            try (OutputStream bytes = Files.newOutputStream(half);
                    DataOutputStream data = new DataOutputStream(new GZIPOutputStream(bytes))) {
                data.writeUTF(MAGIC);
                data.writeLong(fingerprint(apprentice.master()));
                HeadFile.write(data, apprentice.words());
            }
            Files.move(half, file(head), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("What the words learnt cannot be kept in {}, and is learnt anew after a restart", folder, e);
        }
    }

    private static long fingerprint(TrainedHead head) {
        CRC32C sum = new CRC32C();
        sum.update(head.words().weights());
        sum.update(Arrays.toString(head.words().scale()).getBytes(StandardCharsets.UTF_8));
        head.answers().forEach(answer -> sum.update(answer.hashCode()));
        return sum.getValue();
    }
}
