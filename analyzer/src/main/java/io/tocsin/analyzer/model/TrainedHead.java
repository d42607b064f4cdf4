package io.tocsin.analyzer.model;

import java.util.Arrays;
import java.util.List;

/**
 * The answer to a question by two models: one that looks at words and letters, and one that looks at what an encoder
 * says. Together they are better than either, and the first alone is fast.
 *
 * @param answers in the order of the probabilities
 * @param trustInWords how much its scores count beside the other's; both are chosen so that the probabilities of the two
 *     together can be taken at their word
 * @param trustInMeaning how much the scores of the encoder's model count
 * @param sure from this probability on the answer of the words is taken without asking the encoder
 */
record TrainedHead(
        List<String> answers,
        LinearModel words,
        DeepModel meaning,
        double trustInWords,
        double trustInMeaning,
        double sure) {

    TrainedHead {
        answers = List.copyOf(answers);
        if (words.classes() != answers.size() || meaning.classes() != answers.size()) {
            throw new IllegalArgumentException("a head of " + answers.size() + " answers has models of other sizes");
        }
    }

    /** How likely each answer is by the words alone. */
    double[] quick(int[] features) {
        return words.probabilities(features);
    }

    /** How likely each answer is by words and meaning. */
    double[] thorough(int[] features, float[] encoding) {
        double[] scores = scores(features, encoding);
        LinearModel.softmax(scores);
        return scores;
    }

    /** How much speaks for each answer by words and meaning. */
    double[] scores(int[] features, float[] encoding) {
        double[] scores = words.scores(features);
        double[] deep = meaning.scores(encoding);
        for (int c = 0; c < scores.length; c++) {
            scores[c] = trustInWords * scores[c] + trustInMeaning * deep[c];
        }
        return scores;
    }

    /** The same head with other words and another meaning. */
    TrainedHead with(LinearModel words, DeepModel meaning) {
        return new TrainedHead(answers, words, meaning, trustInWords, trustInMeaning, sure);
    }

    /** Whether an answer by the words alone is sure enough. */
    boolean isSure(double[] quick) {
        return quick[likeliest(quick)] >= sure;
    }

    /** How much these words speak for an answer rather than against it. */
    double evidence(int[] features, String answer) {
        double[] evidence = words.evidence(features);
        double all = Arrays.stream(evidence).sum();
        int number = answers.indexOf(answer);
        return number < 0 ? 0 : evidence[number] - (all - evidence[number]) / (answers.size() - 1);
    }

    /** The number of the likeliest. */
    static int likeliest(double[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return best;
    }
}
