package io.tocsin.analyzer.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** How likely each answer to a question is. */
public final class Answer {
    private final List<String> answers;
    private final double[] probabilities;

    Answer(List<String> answers, double[] probabilities) {
        this.answers = answers;
        this.probabilities = probabilities;
    }

    /** The likeliest. */
    public String likeliest() {
        return answers.get(TrainedHead.likeliest(probabilities));
    }

    /** The likeliest of some answers; of all if none is among these. */
    public String likeliest(Predicate<String> some) {
        return answers.stream()
                .filter(some)
                .max(Comparator.comparingDouble(this::probability))
                .orElseGet(this::likeliest);
    }

    /** How likely the likeliest is, from 0 to 1. */
    public double confidence() {
        return probabilities[TrainedHead.likeliest(probabilities)];
    }

    double[] probabilities() {
        return probabilities;
    }

    /** How likely an answer is, from 0 to 1; 0 if there is no such answer. */
    public double probability(String answer) {
        int number = answers.indexOf(answer);
        return number < 0 ? 0 : probabilities[number];
    }
}
