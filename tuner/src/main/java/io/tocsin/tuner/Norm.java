package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tocsin.analyzer.encoder.Tensor;
import java.util.Map;

/** Every row gets the mean 0 and the variance 1, and is then stretched and shifted (Ba et al. 2016). */
final class Norm {
    private static final float EPSILON = 1e-12f;

    private final String name;
    private final NDArray stretch;
    private final NDArray shift;
    private final boolean learns;

    private Norm(String name, NDArray stretch, NDArray shift, boolean learns) {
        this.name = name;
        this.stretch = stretch;
        this.shift = shift;
        this.learns = learns;
    }

    static Norm frozen(String name, Weights weights) {
        return new Norm(name, weights.array(name + ".weight"), weights.array(name + ".bias"), false);
    }

    static Norm learning(String name, Weights weights, Learnt learnt) {
        return new Norm(
                name,
                learnt.startingAt(name + ".weight", weights.tensor(name + ".weight")),
                learnt.startingAt(name + ".bias", weights.tensor(name + ".bias")),
                true);
    }

    NDArray of(NDArray input) {
        long width = input.getShape().get(input.getShape().dimension() - 1);
        return input.getNDArrayInternal()
                .layerNorm(input, new Shape(width), stretch, shift, EPSILON)
                .singletonOrThrow();
    }

    void collect(Map<String, Tensor> replaced) {
        if (learns) {
            replaced.put(name + ".weight", Learnt.tensor(stretch));
            replaced.put(name + ".bias", Learnt.tensor(shift));
        }
    }
}
