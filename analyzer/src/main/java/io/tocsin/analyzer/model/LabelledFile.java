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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final List<String> BUNDLED = List.of(
            "own-en.jsonl",
            "own-zh.jsonl",
            "short-en.jsonl",
            "short-zh.jsonl",
            "danger.jsonl",
            "brands-en.jsonl",
            "brands-zh.jsonl");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Z]}");
    /** The label that tells when a post was written, in ISO 8601; not all sets have it. */
    static final String TIME = "created_at";
    /** Labels that some sets have beside the others. */
    private static final List<String> OUTSIDE = List.of("part", "intent", TIME);

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

    /** Reads some files, each as {@link #read(Path)} does. */
    public static List<LabelledFile> read(List<Path> files) throws IOException {
        List<LabelledFile> all = new ArrayList<>();
        for (Path file : files) {
            all.add(read(file));
        }
        return all;
    }

    /** The sets that are part of Tocsin, written by us to teach and to measure what the public sets lack. */
    public static List<LabelledFile> bundled() {
        return BUNDLED.stream().map(LabelledFile::bundled).toList();
    }

    /** What is in some files, each post once. */
    static List<LabelledPost> posts(List<LabelledFile> files) {
        return files.stream().flatMap(file -> file.posts().stream()).distinct().toList();
    }

    /** What is in some files and some others, each post once. */
    static List<LabelledPost> posts(List<LabelledFile> files, List<LabelledFile> others) {
        return posts(Stream.concat(files.stream(), others.stream()).toList());
    }

    private static LabelledFile bundled(String file) {
        try (InputStream bytes = Objects.requireNonNull(LabelledFile.class.getResourceAsStream(file), file)) {
            return read(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }

    private static LabelledFile read(String file, InputStream bytes) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            int[] number = {0};
            return new LabelledFile(
                    file.replaceFirst("\\.jsonl(\\.gz)?$", ""),
                    lines.lines()
                            .flatMap(line -> posts(file, ++number[0], line).stream())
                            .toList());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<LabelledPost> posts(String file, int number, String line) {
        JsonNode json = json(file, number, line);
        if (!json.path("text").isString()) {
            throw new IllegalArgumentException(file + " line " + number + ": a labelled post needs a text");
        }
        String text = json.path("text").stringValue();
        Map<String, String> labels = new HashMap<>();
        json.path("labels").forEachEntry((question, answer) -> labels.put(question, answer.asString()));
        OUTSIDE.stream()
                .filter(label -> json.path(label).isString())
                .forEach(label -> labels.put(label, json.path(label).stringValue()));
        String stated = json.path("language").asString(Languages.UNKNOWN);
        String language = stated.equals(Languages.UNKNOWN) ? Languages.of(text) : stated;
        if (!json.has("about")) {
            return List.of(new LabelledPost(text, language, labels));
        }
        return json.path("about")
                .propertyStream()
                .map(named -> towards(
                        text, language, labels, named.getKey(), named.getValue().asString()))
                .toList();
    }

    /** One of the posts that a post is which names several companies: the one about this company. */
    private static LabelledPost towards(
            String text, String language, Map<String, String> labels, String name, String feeling) {
        Map<String, String> all = new HashMap<>(labels);
        all.put(Question.TOWARDS.word(), feeling);
        String focused = text.replace("{" + name + "}", Models.IN_FOCUS);
        return new LabelledPost(PLACEHOLDER.matcher(focused).replaceAll(Models.SOMEBODY_ELSE), language, all);
    }

    private static JsonNode json(String file, int number, String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " line " + number + ": not JSON", e);
        }
    }
}
