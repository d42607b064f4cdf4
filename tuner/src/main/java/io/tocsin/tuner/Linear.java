package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import io.tocsin.analyzer.encoder.Adapter.LowRank;
import io.tocsin.analyzer.encoder.Tensor;
import java.util.Map;
import java.util.Optional;

/**
 * A matrix and a bias of an encoder. The matrix stays as it is; what is learnt is a product of two narrow ones beside it
 * (LoRA, Hu et al. 2021), and another bias.
 */
final class Linear {
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private final String name;
    private final NDArray matrix;
    private final NDArray bias;
    private final Optional<Change> change;

    private record Change(NDArray down, NDArray up) {}

    private Linear(String name, NDArray matrix, NDArray bias, Optional<Change> change) {
        this.name = name;
        this.matrix = matrix;
        this.bias = bias;
        this.change = change;
    }

    /** One that learns nothing. */
    static Linear frozen(String name, Weights weights) {
        return new Linear(name, weights.array(name + WEIGHT), weights.array(name + BIAS), Optional.empty());
    }

    /** One that learns; at first it says what it said before. */
    static Linear learning(String name, int rank, Weights weights, Learnt learnt) {
        Tensor matrix = weights.tensor(name + WEIGHT);
        Change change = new Change(
                learnt.random(name + ".down", 1 / Math.sqrt(matrix.rows()), matrix.rows(), rank),
                learnt.zeros(name + ".up", rank, matrix.columns()));
        return new Linear(
                name,
                weights.array(name + WEIGHT),
                learnt.startingAt(name + BIAS, weights.tensor(name + BIAS)),
                Optional.of(change));
    }

    NDArray of(NDArray input, Dropout dropout) {
        NDArray old = input.matMul(matrix);
        return change.map(
                        learnt -> old.add(dropout.of(input).matMul(learnt.down).matMul(learnt.up)))
                .orElse(old)
                .add(bias);
    }

    /** Puts what was learnt where an adapter has it. */
    void collect(Map<String, LowRank> added, Map<String, Tensor> replaced) {
        change.ifPresent(learnt -> {
            added.put(name + WEIGHT, new LowRank(Learnt.tensor(learnt.down), Learnt.tensor(learnt.up)));
            replaced.put(name + BIAS, Learnt.tensor(bias));
        });
    }
}
