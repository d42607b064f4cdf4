package io.tocsin.analyzer.model;

import io.tocsin.analyzer.scorer.CoreNlpSentiment;
import io.tocsin.analyzer.scorer.SentimentScorer;
import io.tocsin.analyzer.scorer.SentimentScores;
import io.tocsin.analyzer.scorer.VaderSentiment;
import java.util.List;

/**
 * What was there before: a method to compare the heads with on English posts. To it, what is negative is a complaint.
 *
 * @param most posts of a set that it is asked about, the first ones, since some take long
 */
record Baseline(String name, SentimentScorer scorer, int most) {

    /**
     * VADER, and CoreNLP's sentiment.
     *
     * @param mostForCoreNlp posts of a set that CoreNLP is asked about, at some eight a second
     */
    static List<Baseline> all(int mostForCoreNlp) {
        Baseline vader = new Baseline("VADER", new VaderSentiment(), Integer.MAX_VALUE);
        return mostForCoreNlp == 0
                ? List.of(vader)
                : List.of(vader, new Baseline("CoreNLP", new CoreNlpSentiment(), mostForCoreNlp));
    }

    /** Whether it has an answer to the question. */
    static boolean answers(Head head) {
        return head.language().equals("en")
                && (head.question() == Question.SENTIMENT || head.question() == Question.COMPLAINT);
    }

    /** How likely each answer of the head is. */
    double[] probabilities(Head head, String text) {
        SentimentScores scores = scorer.score(NormalText.readable(text));
        return head.question() == Question.COMPLAINT
                ? new double[] {1 - scores.negative(), scores.negative()}
                : new double[] {scores.negative(), scores.neutral(), scores.positive()};
    }
}
