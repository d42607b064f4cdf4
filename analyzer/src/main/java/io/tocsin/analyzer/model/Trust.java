package io.tocsin.analyzer.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much two models are trusted, so that their joint probabilities can be taken at their word: the factors of their
 * scores that make the right answers of posts they did not learn from likeliest. With one model this is temperature
 * scaling (Guo et al. 2017).
 *
 * @param first factor of the first model's scores
 * @param second factor of the second model's
 */
record Trust(double first, double second) {
    private static final double LARGEST = 3;
    private static final double STEP = 0.05;
    /** So many posts would fit any factors; with fewer, both count half. */
    static final int FEWEST = 20;

    /** A post that neither model learnt from. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Sample(double[] first, double[] second, int truth, double weight) {}

    static Trust of(List<Sample> samples) {
        if (samples.size() < FEWEST) {
            return new Trust(0.5, 0.5);
        }
        Trust best = new Trust(0.5, 0.5);
        for (double step = 0.8; step >= STEP; step /= 2) {
            best = climbed(best, step, samples);
        }
        return best;
    }

    /** The factor for one model alone. */
    static double alone(List<Sample> samples) {
        if (samples.size() < FEWEST) {
            return 1;
        }
        double best = 1;
        for (double factor = STEP; factor <= LARGEST; factor += STEP) {
            best = loss(new Trust(factor, 0), samples) < loss(new Trust(best, 0), samples) ? factor : best;
        }
        return best;
    }

    /** Goes to the best neighbour until there is no better. The loss is convex, so there is but one summit. */
    private static Trust climbed(Trust start, double step, List<Sample> samples) {
        Trust at = start;
        for (double loss = loss(at, samples); ; ) {
            Trust next = at;
            for (Trust neighbour : at.neighbours(step)) {
                double there = loss(neighbour, samples);
                if (there < loss) {
                    next = neighbour;
                    loss = there;
                }
            }
            if (next.equals(at)) {
                return at;
            }
            at = next;
        }
    }

    /** What both models together say of a post. */
    double[] probabilities(Sample sample) {
        double[] scores = new double[sample.first.length];
        Arrays.setAll(scores, c -> first * sample.first[c] + second * sample.second[c]);
        LinearModel.softmax(scores);
        return scores;
    }

    private List<Trust> neighbours(double step) {
        return Stream.of(
                        new Trust(first + step, second),
                        new Trust(first - step, second),
                        new Trust(first, second + step),
                        new Trust(first, second - step))
                .filter(t -> t.first >= 0 && t.second >= 0 && t.first <= LARGEST && t.second <= LARGEST)
                .toList();
    }

    private static double loss(Trust trust, List<Sample> samples) {
        double loss = 0;
        for (Sample sample : samples) {
            double[] probabilities = trust.probabilities(sample);
            loss -= sample.weight * StrictMath.log(Math.max(1e-300, probabilities[sample.truth]));
        }
        return loss;
    }
}
