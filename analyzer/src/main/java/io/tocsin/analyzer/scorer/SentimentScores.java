package io.tocsin.analyzer.scorer;

/** Probabilities, each from 0 to 1, all together 1. */
public record SentimentScores(double negative, double neutral, double positive) {
    /** For a scorer that decides without saying how sure it is. */
    public static final SentimentScores NEGATIVE = new SentimentScores(1, 0, 0);

    /** For a scorer that decides without saying how sure it is, and for a text without a word. */
    public static final SentimentScores NEUTRAL = new SentimentScores(0, 1, 0);

    /** For a scorer that decides without saying how sure it is. */
    public static final SentimentScores POSITIVE = new SentimentScores(0, 0, 1);
}
