package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tocsin.analyzer.model.Curriculum;
import io.tocsin.analyzer.model.Curriculum.Exercise;
import io.tocsin.analyzer.model.Curriculum.Target;
import io.tocsin.analyzer.model.Question;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers all questions by what an encoder says, as well as linear models can: they are there to teach the encoder. */
final class Answers {
    private static final double DEVIATION = 0.01;

    private final Map<Question, Linears> linears = new EnumMap<>(Question.class);

    private record Linears(int answers, NDArray weights, NDArray bias) {}

    Answers(Curriculum curriculum, int size, Learnt learnt) {
        new TreeMap<>(curriculum.answers())
                .forEach((question, answers) -> linears.put(
                        question,
                        new Linears(
                                answers.size(),
                                learnt.random(question + ".weight", DEVIATION, size, answers.size()),
                                learnt.zeros(question + ".bias", 1, answers.size()))));
    }

    /** How far the answers are from what is right: the mean of the cross-entropies, summed over the questions. */
    NDArray loss(NDArray seen, List<Exercise> exercises, NDManager manager) {
        NDArray loss = manager.zeros(new Shape());
        for (Map.Entry<Question, Linears> question : linears.entrySet()) {
            float[] right = right(question.getKey(), question.getValue().answers, exercises);
            NDArray found = scores(seen, question.getValue()).logSoftmax(-1);
            NDArray truth = manager.create(right, found.getShape());
            loss = loss.sub(found.mul(truth).sum().div(exercises.size()));
        }
        return loss;
    }

    private static float[] right(Question question, int answers, List<Exercise> exercises) {
        float[] right = new float[exercises.size() * answers];
        for (int e = 0; e < exercises.size(); e++) {
            Target target = exercises.get(e).targets().get(question);
            if (target != null) {
                right[e * answers + target.number()] = target.weight();
            }
        }
        return right;
    }

    /** Counts how many of those that people answered are answered right, into {@code tallies}. */
    void count(NDArray seen, List<Exercise> exercises, Map<Question, Tally> tallies) {
        linears.forEach((question, linear) -> {
            long[] best = scores(seen, linear).argMax(1).toLongArray();
            for (int e = 0; e < best.length; e++) {
                Target target = exercises.get(e).targets().get(question);
                if (target != null && target.weight() == 1) {
                    tallies.merge(question, Tally.of(best[e] == target.number()), Tally::plus);
                }
            }
        });
    }

    private static NDArray scores(NDArray seen, Linears linear) {
        return seen.matMul(linear.weights).add(linear.bias);
    }
}
