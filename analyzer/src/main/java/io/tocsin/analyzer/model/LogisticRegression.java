package io.tocsin.analyzer.model;

import java.util.Arrays;

/**
 * Learns a linear model: multinomial logistic regression with a quadratic penalty on the weights.
 *
 * <p>A text is a vector of length 1 whose features are all equal. Weighing features by their rarity was tried and
 * made no difference.
 */
final class LogisticRegression implements Lbfgs.Function {
    private static final int MOST_STEPS = 120;
    private static final double TOLERANCE = 1e-5;

    private final Examples examples;
    private final int[][] places;
    private final int words;
    private final int classes;
    private final double penalty;

    private LogisticRegression(Examples examples, int[] vocabulary, double penalty) {
        this.examples = examples;
        this.words = vocabulary.length;
        this.classes = examples.classes();
        this.penalty = penalty;
        this.places = new int[examples.size()][];
        Arrays.setAll(
                places,
                i -> Arrays.stream(examples.get(i).features())
                        .map(feature -> Arrays.binarySearch(vocabulary, feature))
                        .filter(place -> place >= 0)
                        .toArray());
    }

    /**
     * The weights of the features that occur.
     *
     * @param penalty how much large weights cost beside the mean loss of an example
     * @param least in how many examples a feature occurs at least, or it gets no weight
     */
    static LinearModel learn(Examples examples, double penalty, int least) {
        int[] vocabulary = examples.vocabulary(least);
        double[] weights = new double[(vocabulary.length + 1) * examples.classes()];
        Lbfgs.minimise(new LogisticRegression(examples, vocabulary, penalty), weights, MOST_STEPS, TOLERANCE);
        return LinearModel.rounded(examples.classes(), vocabulary, weights);
    }

    @Override
    public double at(double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int i = 0; i < examples.size(); i++) {
            loss += add(i, weights, gradient);
        }
        for (int j = 0; j < words * classes; j++) {
            loss += penalty / 2 * weights[j] * weights[j];
            gradient[j] += penalty * weights[j];
        }
        return loss;
    }

    /** Adds what one example wants changed, and gives its share of the loss. */
    private double add(int example, double[] weights, double[] gradient) {
        double[] target = examples.get(example).target();
        double share = examples.get(example).weight() / examples.totalWeight();
        double unit = LinearModel.unit(examples.get(example).features());
        double[] p = examples.get(example).known().clone();
        for (int c = 0; c < classes; c++) {
            p[c] += weights[words * classes + c];
        }
        for (int place : places[example]) {
            for (int c = 0; c < classes; c++) {
                p[c] += unit * weights[place * classes + c];
            }
        }
        LinearModel.softmax(p);
        double loss = 0;
        for (int c = 0; c < classes; c++) {
            loss -= share * target[c] * StrictMath.log(Math.max(1e-300, p[c]));
            p[c] = share * (p[c] - target[c]);
            gradient[words * classes + c] += p[c];
        }
        for (int place : places[example]) {
            for (int c = 0; c < classes; c++) {
                gradient[place * classes + c] += unit * p[c];
            }
        }
        return loss;
    }
}
