package io.tocsin.analyzer.analysis;

import java.util.Locale;

/** How the author feels, as probabilities from 0 to 1 that add up to 1. */
public record Sentiment(double negative, double neutral, double positive) {

    /** The three answers. */
    public enum Label {
        NEGATIVE,
        NEUTRAL,
        POSITIVE;

        /** As it stands in files: {@code negative}, {@code neutral}, {@code positive}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such answer */
        static Label of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The likeliest answer. */
    public Label label() {
        if (negative >= neutral && negative >= positive) {
            return Label.NEGATIVE;
        }
        return positive > neutral ? Label.POSITIVE : Label.NEUTRAL;
    }
}
