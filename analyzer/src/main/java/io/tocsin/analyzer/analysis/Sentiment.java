package io.tocsin.analyzer.analysis;

/** How the author feels, as probabilities from 0 to 1 that add up to 1. */
public record Sentiment(double negative, double neutral, double positive) {

    /** The three answers. */
    public enum Label {
        NEGATIVE,
        NEUTRAL,
        POSITIVE
    }

    /** The likeliest answer. */
    public Label label() {
        if (negative >= neutral && negative >= positive) {
            return Label.NEGATIVE;
        }
        return positive > neutral ? Label.POSITIVE : Label.NEUTRAL;
    }
}
