package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.text.Words;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The words that make a text a complaint: those that speak most for it. */
final class ComplaintWords {
    private static final int MOST = 3;
    private static final int MOST_LOOKED_AT = 200;
    /** Shorter words speak for complaints by the company they keep, and tell people nothing. */
    private static final int SHORTEST = 3;

    private static final int SHORTEST_CHINESE = 2;
    /** Beside the strongest word, a weaker one is worth showing only if it says so much of what that says. */
    private static final double SHARE = 0.3;

    private ComplaintWords() {}

    private record Weight(String word, double evidence) {}

    /**
     * The strongest first.
     *
     * @param evidence how much a word speaks for a complaint; negative if it speaks against one
     */
    static List<String> in(String text, String language, ToDoubleFunction<String> evidence) {
        List<Weight> strongest = new LinkedHashSet<>(Words.of(text, language))
                .stream()
                        .limit(MOST_LOOKED_AT)
                        .filter(word -> word.length() >= (language.equals("zh") ? SHORTEST_CHINESE : SHORTEST))
                        .map(word -> new Weight(word, evidence.applyAsDouble(word)))
                        .filter(weight -> weight.evidence > 0)
                        .sorted(Comparator.comparingDouble(Weight::evidence).reversed())
                        .limit(MOST)
                        .toList();
        return strongest.stream()
                .filter(weight -> weight.evidence >= SHARE * strongest.getFirst().evidence)
                .map(Weight::word)
                .toList();
    }
}
