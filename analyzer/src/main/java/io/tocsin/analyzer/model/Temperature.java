package io.tocsin.analyzer.model;

/** How much a model overstates, so that its probabilities can be taken at their word (Guo et al. 2017). */
final class Temperature {
    private static final double LOWEST = 0.2;
    private static final double STEP = 1.05;
    private static final int STEPS = 60;

    private Temperature() {}

    /** The divisor of the scores that makes the right answers likeliest; 1 without examples. */
    static double of(LinearModel model, Examples examples) {
        double best = 1;
        double least = loss(model, examples, 1);
        double temperature = LOWEST;
        for (int i = 0; i < STEPS; i++, temperature *= STEP) {
            double loss = loss(model, examples, temperature);
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        return best;
    }

    private static double loss(LinearModel model, Examples examples, double temperature) {
        double loss = 0;
        for (int i = 0; i < examples.size(); i++) {
            double[] scores = model.scores(examples.features(i));
            for (int c = 0; c < scores.length; c++) {
                scores[c] /= temperature;
            }
            LinearModel.softmax(scores);
            loss -= examples.weight(i) * StrictMath.log(Math.max(1e-300, scores[examples.label(i)]));
        }
        return loss;
    }
}
