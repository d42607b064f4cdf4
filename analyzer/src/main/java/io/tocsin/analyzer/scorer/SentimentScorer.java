package io.tocsin.analyzer.scorer;

/** Tells the sentiment of an English text. Safe for use by many threads, and bounded for any text. */
public interface SentimentScorer {

    /** How likely the text is negative, neutral and positive; neutral for sure if it has no word. */
    SentimentScores score(String text);
}
