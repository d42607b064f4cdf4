package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.text.Words;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The words that make a text a complaint: those without which it would be less of one. */
final class ComplaintWords {
    private static final int MOST = 3;
    private static final int MOST_TRIED = 30;
    /** What a word must take away from the probability to be worth showing. */
    private static final double LEAST = 0.02;

    private ComplaintWords() {}

    private record Loss(String word, double loss) {}

    /**
     * The strongest first.
     *
     * @param probability how likely a text is a complaint
     */
    static List<String> in(String text, String language, ToDoubleFunction<String> probability) {
        double whole = probability.applyAsDouble(text);
        return new LinkedHashSet<>(Words.of(text, language))
                .stream()
                        .limit(MOST_TRIED)
                        .map(word -> new Loss(word, whole - probability.applyAsDouble(text.replace(word, " "))))
                        .filter(loss -> loss.loss >= LEAST)
                        .sorted(Comparator.comparingDouble(Loss::loss).reversed())
                        .limit(MOST)
                        .map(Loss::word)
                        .toList();
    }
}
