package io.tocsin.analyzer.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The trained models, one for each {@link Head}. Any number of threads may ask at once. */
public final class Models {
    private final Map<Head, LinearModel> models;

    private Models(Map<Head, LinearModel> models) {
        this.models = Collections.unmodifiableMap(new EnumMap<>(models));
    }

    /** Opens the file of a head. */
    private interface Place {
        InputStream open(String file) throws IOException;
    }

    /** The models in the jar. */
    public static Models bundled() {
        try {
            return read(Models::resource);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }

    /**
     * The models in a folder, as {@link Training} writes them.
     *
     * @throws IOException if one is missing or cannot be read; the message says which
     */
    public static Models read(Path folder) throws IOException {
        return read(file -> Files.newInputStream(folder.resolve(file)));
    }

    /** The name of the file of a head. */
    static String fileName(Head head) {
        return head.word() + ".model";
    }

    /** Reads a text in a language, or {@code null} if no model was trained for it. */
    public @Nullable Reading reading(String language, String text) {
        return switch (language) {
            case "en" -> new Reading(this, Head.SENTIMENT_EN, Head.COMPLAINT_EN, text);
            case "zh" -> new Reading(this, Head.SENTIMENT_ZH, Head.COMPLAINT_ZH, text);
            default -> null;
        };
    }

    LinearModel model(Head head) {
        return Objects.requireNonNull(models.get(head), head::word);
    }

    private static Models read(Place place) throws IOException {
        Map<Head, LinearModel> models = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            try (InputStream in = place.open(fileName(head))) {
                models.put(head, ModelFile.read(in));
            } catch (IOException e) {
                throw new IOException("the model " + fileName(head) + " cannot be read: " + e.getMessage(), e);
            }
        }
        return new Models(models);
    }

    private static InputStream resource(String file) throws IOException {
        InputStream in = Models.class.getResourceAsStream(file);
        if (in == null) {
            throw new FileNotFoundException(file);
        }
        return in;
    }
}
