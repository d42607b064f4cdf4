package io.tocsin.tuner;

import io.tocsin.analyzer.encoder.Pretrained;

/**
 * How much of an encoder learns, so that what it learns takes less than a megabyte.
 *
 * @param frozen the lowest layers that stay as they are
 * @param rank of what is learnt beside each matrix of the others
 */
record Reach(int frozen, int rank) {

    static Reach of(Pretrained model) {
        return switch (model) {
            case EN -> new Reach(3, 10);
            case ZH -> new Reach(2, 16);
        };
    }
}
