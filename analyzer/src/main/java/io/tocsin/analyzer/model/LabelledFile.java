package io.tocsin.analyzer.model;

import io.tocsin.analyzer.language.Languages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int[] number = {0};
            return new LabelledFile(
                    String.valueOf(file.getFileName()).replaceFirst("\\.jsonl(\\.gz)?$", ""),
                    lines.lines().map(line -> post(file, ++number[0], line)).toList());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static LabelledPost post(Path file, int number, String line) {
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
