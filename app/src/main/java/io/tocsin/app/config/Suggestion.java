package io.tocsin.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Tells somebody who wrote a word that is not known which word was meant. */
record Suggestion(Collection<String> known) {
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /** Finds swapped and missing letters in short words too, and leaves other words alone. */
    private static final double ALIKE = 0.85;

    static Suggestion among(Collection<String> known) {
        return new Suggestion(known);
    }

    /** What to write instead, as the second half of a sentence. */
    String instead(String word) {
        return closest(word)
                .map(meant -> "did you mean \"" + meant + "\"?")
                .orElseGet(() -> known.isEmpty() ? "none is known" : "known are: " + String.join(", ", known));
    }

    private Optional<String> closest(String word) {
        return known.stream()
                .filter(other -> similarity(word, other) >= ALIKE)
                .max(Comparator.comparingDouble(other -> similarity(word, other)));
    }

    private static double similarity(String one, String other) {
        return SIMILARITY.apply(one, other);
    }
}
