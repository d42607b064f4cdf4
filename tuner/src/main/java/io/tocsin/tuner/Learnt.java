package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.tocsin.analyzer.encoder.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The numbers that change while something is learnt, by their names. */
final class Learnt {
    private final NDManager manager;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    Learnt(NDManager manager) {
        this.manager = manager;
    }

    /** Numbers around 0, of the given standard deviation. */
    NDArray random(String name, double deviation, int rows, int columns) {
        return added(name, manager.randomNormal(0, (float) deviation, new Shape(rows, columns), DataType.FLOAT32));
    }

    NDArray zeros(String name, int rows, int columns) {
        return added(name, manager.zeros(new Shape(rows, columns)));
    }

    NDArray startingAt(String name, Tensor vector) {
        return added(name, manager.create(vector.values().clone()));
    }

    private NDArray added(String name, NDArray array) {
        array.setRequiresGradient(true);
        arrays.put(name, array);
        return array;
    }

    NDArray array(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    Map<String, NDArray> arrays() {
        return arrays;
    }

    /** As it is now. */
    static Tensor tensor(NDArray array) {
        long[] shape = array.getShape().getShape();
        return Tensor.of(Math.toIntExact(shape[shape.length - 1]), array.toFloatArray());
    }
}
