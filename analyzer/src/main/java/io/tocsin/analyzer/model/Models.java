package io.tocsin.analyzer.model;

import io.tocsin.analyzer.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The trained heads. Any number of threads may ask at once. */
public final class Models {
    /** Stands in a text for the name that {@link Question#TOWARDS} asks about. */
    public static final String IN_FOCUS = String.valueOf(Encoder.FOCUS);

    /** Stands in a text for any other name. */
    public static final String SOMEBODY_ELSE = "\ue001";

    /** The file in a folder of heads that tells which texts they learnt from. */
    static final String TAUGHT = "taught.texts";

    private final Map<Head, TrainedHead> heads;
    private final List<TaughtTexts> taught;
    private final @Nullable Apprentices apprentices;

    private Models(Map<Head, TrainedHead> heads, List<TaughtTexts> taught) {
        this(heads, taught, null);
    }

    private Models(Map<Head, TrainedHead> heads, List<TaughtTexts> taught, @Nullable Apprentices apprentices) {
        this.heads = Map.copyOf(heads);
        this.taught = List.copyOf(taught);
        this.apprentices = apprentices;
    }

    /** The heads that are part of Tocsin. */
    public static Models bundled() {
        return Bundled.MODELS;
    }

    /**
     * The heads in a folder, as {@link Training} writes them; what it lacks is taken from those that are part of Tocsin.
     *
     * @throws IOException if one cannot be read; the message names the file and says why
     */
    public static Models read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": no such folder of heads; './tocsin train' makes one");
        }
        Map<Head, TrainedHead> heads = new HashMap<>(bundled().heads);
        for (Head head : Head.BUNDLED) {
            Path file = folder.resolve(fileName(head));
            if (Files.exists(file)) {
                heads.put(head, read(head, file));
            }
        }
        Path taught = folder.resolve(TAUGHT);
        try (InputStream in = Files.newInputStream(taught)) {
            List<TaughtTexts> all = new ArrayList<>(bundled().taught);
            all.addAll(TaughtTexts.read(in));
            return new Models(heads, all);
        } catch (IOException e) {
            throw new IOException(taught + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The same heads, whose words learn from the encoder while posts pass by, for the {@link Reading#teach} of the
     * thorough readings. So the same post may get another answer later, where its words alone settle it.
     *
     * @param folder keeps what was learnt over a restart
     * @param lessons gets the lessons to run, each of which takes a second or two
     * @throws IOException if a file in the folder cannot be used; the message names it and says what to do
     */
    public Models learning(Path folder, Executor lessons) throws IOException {
        return new Models(heads, taught, new Apprentices(heads, folder, lessons));
    }

    private static TrainedHead read(Head head, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return HeadFile.read(in, Encoder.of(head.language()).size());
        } catch (IOException e) {
            throw new IOException(file + ": this head cannot be used: " + e.getMessage(), e);
        }
    }

    /** The name of the file of a head. */
    static String fileName(Head head) {
        return head.word() + ".head";
    }

    /** Reads a text by its words; empty if no model was trained for the language. */
    public Optional<Reading> quick(String language, String text) {
        if (!Head.LANGUAGES.contains(language)) {
            return Optional.empty();
        }
        int[] features = Features.forLanguage(language).of(text);
        return Optional.of(new Reading(this, language, text, features, null));
    }

    Optional<TrainedHead> head(Head head) {
        return Optional.ofNullable(heads.get(head));
    }

    double[] quick(Head head, TrainedHead trained, int[] features) {
        return apprentice(head)
                .map(apprentice -> apprentice.probabilities(features))
                .orElseGet(() -> trained.quick(features));
    }

    /** Whether the words alone answer surely enough; so they do if nobody can answer. */
    private boolean isSure(Head head, int[] features) {
        return apprentice(head)
                .map(apprentice -> apprentice.isSure(features))
                .orElseGet(() -> head(head)
                        .map(trained -> trained.isSure(trained.quick(features)))
                        .orElse(true));
    }

    /** Whether the words alone answer all surely enough that decides whether an encoder reads a post. */
    boolean isSettled(String language, int[] features) {
        return Apprentices.DECISIVE.stream().allMatch(question -> isSure(new Head(question, language), features));
    }

    boolean areLearning() {
        return apprentices != null;
    }

    void hear(Head head, int[] features, Answer answer) {
        if (apprentices != null) {
            apprentices.hear(head, features, answer.probabilities());
        }
    }

    private Optional<Apprentice> apprentice(Head head) {
        return Optional.ofNullable(apprentices).flatMap(all -> all.of(head));
    }

    /** Whether a text, or one that reads the same, was learnt from; if so it can measure nothing. */
    boolean learntFrom(String text) {
        return taught.stream().anyMatch(texts -> texts.has(text));
    }

    /** Read once, by whoever asks first. */
    private static final class Bundled {
        static final Models MODELS = load();

        private static Models load() {
            Map<Head, TrainedHead> heads = new HashMap<>();
            try {
                for (Head head : Head.BUNDLED) {
                    try (InputStream in = resource(fileName(head))) {
                        heads.put(
                                head,
                                HeadFile.read(in, Encoder.of(head.language()).size()));
                    }
                }
                try (InputStream in = resource(TAUGHT)) {
                    return new Models(heads, TaughtTexts.read(in));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the jar of the analyzer is damaged", e);
            }
        }

        private static InputStream resource(String file) {
            return Objects.requireNonNull(Models.class.getResourceAsStream(file), file);
        }
    }
}
