package io.tocsin.analyzer.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A resource with phrases in sections: {@code [name]} begins one, {@code #} a comment, every other line is a phrase. */
final class PhraseFile {

    private PhraseFile() {}

    static Map<String, List<Phrase>> read(String resource, String language) {
        InputStream in = Objects.requireNonNull(PhraseFile.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, List<Phrase>> sections = new LinkedHashMap<>();
            List<Phrase> section = new ArrayList<>();
            for (String line : lines.lines().map(String::strip).toList()) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    section.add(Phrase.of(line, language));
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }

    static List<Phrase> section(Map<String, List<Phrase>> sections, String name) {
        return List.copyOf(Objects.requireNonNull(sections.get(name), name));
    }
}
