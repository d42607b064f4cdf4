package io.tocsin.analyzer.scorer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words, emoticons and abbreviations with their valence from -4 to 4, as people rated them. */
final class VaderLexicon {
    private static final Map<String, Double> VALENCES = read("vader-lexicon.txt");

    private VaderLexicon() {}

    /** @param word in lower case */
    static Optional<Double> valence(String word) {
        return Optional.ofNullable(VALENCES.get(word));
    }

    private static Map<String, Double> read(String resource) {
        InputStream in = Objects.requireNonNull(VaderLexicon.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(
                            fields -> fields[0], fields -> Double.valueOf(fields[1]), (first, last) -> last));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }
}
