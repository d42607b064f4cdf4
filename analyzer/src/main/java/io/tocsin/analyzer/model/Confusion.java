package io.tocsin.analyzer.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How often which answer was given for which, and how sure; the measures follow from it. */
public final class Confusion {
    private static final int BINS = 10;

    private final List<String> answers;
    private final int[][] counts;
    private final double[] claimed = new double[BINS];
    private final double[] variance = new double[BINS];
    private final int[] right = new int[BINS];

    Confusion(List<String> answers) {
        this.answers = List.copyOf(answers);
        this.counts = new int[answers.size()][answers.size()];
    }

    /** Counts one post: the answer with the highest probability is the guess. */
    void add(int truth, double[] probabilities) {
        int guess = TrainedHead.likeliest(probabilities);
        add(truth, guess, probabilities[guess]);
    }

    /** Counts one post, for which an answer was guessed that is said to be so likely. */
    void add(int truth, int guess, double probability) {
        counts[truth][guess]++;
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        claimed[bin] += probability;
        variance[bin] += probability * (1 - probability);
        right[bin] += guess == truth ? 1 : 0;
    }

    public List<String> answers() {
        return answers;
    }

    /** How many posts whose answer is {@code truth} got the answer {@code guess}. */
    public int count(int truth, int guess) {
        return counts[truth][guess];
    }

    public int size() {
        return answersAsked().map(this::truths).sum();
    }

    /** The share of posts that got the right answer. */
    public double accuracy() {
        return answersAsked().map(a -> counts[a][a]).sum() / (double) size();
    }

    /** The mean over the answers that occur of the share found. */
    public double macroRecall() {
        return answersAsked()
                .mapToDouble(a -> counts[a][a] / (double) truths(a))
                .average()
                .orElse(0);
    }

    /** The mean over the answers that occur of the harmonic mean of precision and recall. */
    public double macroF1() {
        return answersAsked().mapToDouble(this::f1).average().orElse(0);
    }

    /** The harmonic mean of precision and recall of an answer, by its number. */
    public double f1(int answer) {
        return 2.0 * counts[answer][answer] / (truths(answer) + guesses(answer));
    }

    /** The accuracy of always giving the commonest answer. */
    public double majorityAccuracy() {
        return answersAsked().map(this::truths).max().orElse(0) / (double) size();
    }

    /** The {@link #macroF1} of always giving the commonest answer. */
    public double majorityMacroF1() {
        double share = majorityAccuracy();
        return 2 * share / (1 + share) / answersAsked().count();
    }

    /** How far the claimed probabilities are from the truth: the expected calibration error in ten bins (Guo et al. 2017). */
    public double calibrationError() {
        return IntStream.range(0, BINS)
                        .mapToDouble(bin -> Math.abs(claimed[bin] - right[bin]))
                        .sum()
                / size();
    }

    /**
     * The {@link #calibrationError} to be expected by chance if all probabilities were true: the fewer posts, the larger.
     * How many of a bin's answers are right is taken to be normally distributed, whose mean deviation is sqrt(2 / pi)
     * times the standard deviation.
     */
    public double calibrationErrorByChance() {
        return IntStream.range(0, BINS)
                        .mapToDouble(bin -> Math.sqrt(2 / Math.PI * variance[bin]))
                        .sum()
                / size();
    }

    /** The answers that are right for at least one post. */
    private IntStream answersAsked() {
        return IntStream.range(0, answers.size()).filter(a -> truths(a) > 0);
    }

    private int truths(int answer) {
        return Arrays.stream(counts[answer]).sum();
    }

    private int guesses(int answer) {
        return Arrays.stream(counts).mapToInt(row -> row[answer]).sum();
    }
}
