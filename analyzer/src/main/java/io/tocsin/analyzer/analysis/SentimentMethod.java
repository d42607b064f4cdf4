package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.scorer.CoreNlpSentiment;
import io.tocsin.analyzer.scorer.SentimentScorer;
import io.tocsin.analyzer.scorer.VaderSentiment;
import java.util.Locale;
import java.util.Optional;

/** Who says how the author of an English post feels; of Chinese posts it is always the heads. */
public enum SentimentMethod {
    /** The heads of Tocsin: right most often. */
    HEADS,
    /** CoreNLP's sentiment, to compare with: some eight posts a second. */
    CORENLP,
    /** VADER, to compare with. */
    VADER;

    /** As it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whom to ask instead of the heads. */
    Optional<SentimentScorer> scorer() {
        return switch (this) {
            case HEADS -> Optional.empty();
            case CORENLP -> Optional.of(new CoreNlpSentiment());
            case VADER -> Optional.of(new VaderSentiment());
        };
    }
}
