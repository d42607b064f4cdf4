package io.tocsin.analyzer.model;

import io.tocsin.analyzer.language.Languages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled posts in a {@code .jsonl} or {@code .jsonl.gz} file: one object a line with {@code text} and {@code labels}.
 *
 * @param name the file's name, to tell the sets apart in tables
 */
public record LabelledFile(String name, List<LabelledPost> posts) {
    private static final JsonMapper JSON = new JsonMapper();

    public LabelledFile {
        posts = List.copyOf(posts);
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or a line is not a labelled post; the message names file and line
     */
    public static LabelledFile read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(name, name.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes);
        }
    }

    /** The posts that were made up to teach what the public sets lack. */
    static LabelledFile invented() {
        try (InputStream bytes = Objects.requireNonNull(LabelledFile.class.getResourceAsStream("invented.jsonl"))) {
            return read("invented.jsonl", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }

    private static LabelledFile read(String file, InputStream bytes) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            int[] number = {0};
            return new LabelledFile(
                    file.replaceFirst("\\.jsonl(\\.gz)?$", ""),
                    lines.lines().map(line -> post(file, ++number[0], line)).toList());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static LabelledPost post(String file, int number, String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.path("text").isString()) {
                throw new IllegalArgumentException(file + " line " + number + ": a labelled post needs a text");
            }
            Map<String, String> labels = new HashMap<>();
            json.path("labels").forEachEntry((question, answer) -> labels.put(question, answer.asString()));
            String text = json.path("text").stringValue();
            String language = json.path("language").asString(Languages.UNKNOWN);
            return new LabelledPost(text, language.equals(Languages.UNKNOWN) ? Languages.of(text) : language, labels);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " line " + number + ": not JSON", e);
        }
    }
}
