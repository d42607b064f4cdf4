package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tocsin.analyzer.encoder.EncoderWeights;
import io.tocsin.analyzer.encoder.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The weights of an encoder as it was published, for the engine that learns. */
record Weights(EncoderWeights published, NDManager manager) {

    Tensor tensor(String name) {
        try {
            return published.tensor(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A vector, or a matrix if it has more than one row. */
    NDArray array(String name) {
        Tensor tensor = tensor(name);
        return tensor.rows() == 1 ? manager.create(tensor.values()) : matrix(tensor);
    }

    NDArray matrix(Tensor tensor) {
        return manager.create(tensor.values(), new Shape(tensor.rows(), tensor.columns()));
    }
}
