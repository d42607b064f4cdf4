package io.tocsin.analyzer.scorer;

import io.tocsin.analyzer.text.ResourceLines;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words, emoticons and abbreviations with their valence from -4 to 4, as people rated them. */
public final class VaderLexicon {
    private static final Map<String, Double> VALENCES =
            ResourceLines.of(VaderLexicon.class, "vader-lexicon.txt").stream()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(fields -> fields[0], fields -> Double.valueOf(fields[1])));

    private VaderLexicon() {}

    /**
     * How pleasant a word is, from -4 to 4.
     *
     * @param word in lower case
     * @return empty if nobody rated it
     */
    public static Optional<Double> valence(String word) {
        return Optional.ofNullable(VALENCES.get(word));
    }
}
