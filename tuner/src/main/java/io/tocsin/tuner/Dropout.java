package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;

/**
 * Leaves out numbers at random while something is learnt, and none afterwards (Srivastava et al. 2014).
 *
 * @param rate the share of them
 */
record Dropout(float rate) {
    static final Dropout NONE = new Dropout(0);

    NDArray of(NDArray input) {
        return rate == 0
                ? input
                : input.getNDArrayInternal().dropout(input, rate, true).singletonOrThrow();
    }
}
