package io.tocsin.analyzer.scorer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * VADER: a lexicon that people rated, and rules for negation, degree, capitals, punctuation and "but" (Hutto and Gilbert,
 * VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text, ICWSM 2014).
 *
 * <p>It decides at ±0.05 of its compound score, as its authors do, and says no probabilities.
 */
public final class VaderSentiment implements SentimentScorer {
    /** Characters looked at; what stands later in a text is left out. */
    public static final int LONGEST_TEXT = 10_000;

    private static final double THRESHOLD = 0.05;
    /** Brings sums of valences into -1 to 1: about the largest that is expected. */
    private static final double LARGEST = 15;

    private static final int MOST_EXCLAMATION_MARKS = 4;
    private static final double EXCLAMATION_MARK = 0.292;
    private static final int MOST_QUESTION_MARKS = 3;
    private static final double QUESTION_MARK = 0.18;
    private static final double MANY_QUESTION_MARKS = 0.96;

    @Override
    public SentimentScores score(String text) {
        double compound = compound(text);
        if (compound >= THRESHOLD) {
            return SentimentScores.POSITIVE;
        }
        return compound <= -THRESHOLD ? SentimentScores.NEGATIVE : SentimentScores.NEUTRAL;
    }

    /** From -1, most negative, to 1, most positive. */
    public double compound(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        VaderWords words = VaderWords.of(beginning);
        VaderRules rules = new VaderRules(words);
        int contrast = contrast(words.words());
        double sum = IntStream.range(0, words.size())
                .mapToDouble(place -> rules.valence(place) * weight(place, contrast))
                .sum();
        double emphatic = sum + Math.signum(sum) * emphasis(beginning);
        return emphatic / Math.sqrt(emphatic * emphatic + LARGEST);
    }

    /** The place of the first "but"; -1 if there is none. */
    private static int contrast(List<String> words) {
        int quiet = words.indexOf("but");
        return quiet < 0 ? words.indexOf("BUT") : quiet;
    }

    /** What comes after a "but" counts more than what comes before. */
    private static double weight(int place, int contrast) {
        if (contrast < 0 || place == contrast) {
            return 1;
        }
        return place < contrast ? 0.5 : 1.5;
    }

    private static double emphasis(String text) {
        long exclamationMarks = text.chars().filter(mark -> mark == '!').count();
        long questionMarks = text.chars().filter(mark -> mark == '?').count();
        return Math.min(exclamationMarks, MOST_EXCLAMATION_MARKS) * EXCLAMATION_MARK + doubt(questionMarks);
    }

    private static double doubt(long questionMarks) {
        if (questionMarks < 2) {
            return 0;
        }
        return questionMarks <= MOST_QUESTION_MARKS ? questionMarks * QUESTION_MARK : MANY_QUESTION_MARKS;
    }
}
