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
    private final int classes;
    private final double penalty;

    private LogisticRegression(Examples examples, double penalty) {
        this.examples = examples;
        this.classes = examples.classes();
        this.penalty = penalty;
    }

    /**
     * The weights, feature by feature and within it class by class, and the biases last.
     *
     * @param penalty how much large weights cost beside the mean loss of an example
     */
    static double[] learn(Examples examples, double penalty) {
        double[] weights = new double[(BucketSet.SIZE + 1) * examples.classes()];
        Lbfgs.minimise(new LogisticRegression(examples, penalty), weights, MOST_STEPS, TOLERANCE);
        return weights;
    }

    @Override
    public double at(double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        double[] p = new double[classes];
        int bias = BucketSet.SIZE * classes;
        for (int i = 0; i < examples.size(); i++) {
            int[] features = examples.features(i);
            double unit = LinearModel.unit(features);
            System.arraycopy(weights, bias, p, 0, classes);
            for (int f : features) {
                for (int c = 0; c < classes; c++) {
                    p[c] += unit * weights[f * classes + c];
                }
            }
            LinearModel.softmax(p);
            double share = examples.weight(i) / examples.totalWeight();
            loss -= share * StrictMath.log(Math.max(1e-300, p[examples.label(i)]));
            p[examples.label(i)] -= 1;
            for (int c = 0; c < classes; c++) {
                p[c] *= share;
                gradient[bias + c] += p[c];
            }
            for (int f : features) {
                for (int c = 0; c < classes; c++) {
                    gradient[f * classes + c] += unit * p[c];
                }
            }
        }
        for (int j = 0; j < bias; j++) {
            loss += penalty / 2 * weights[j] * weights[j];
            gradient[j] += penalty * weights[j];
        }
        return loss;
    }
}
