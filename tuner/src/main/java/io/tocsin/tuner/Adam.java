package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/** Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019), and gradients of length 1 at most. */
final class Adam {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.98f;
    private static final float EPSILON = 1e-8f;
    private static final float DECAY = 0.01f;

    private final Learnt learnt;
    private final NDManager manager;
    private final Map<String, Moments> moments = new HashMap<>();
    private int steps;

    private record Moments(NDArray first, NDArray second) {}

    Adam(Learnt learnt, NDManager manager) {
        this.learnt = learnt;
        this.manager = manager;
    }

    /** Goes one step against the gradients that are there, and forgets them. */
    void step(float rate) {
        steps++;
        try (NDManager temporary = manager.newSubManager()) {
            Map<String, NDArray> gradients = new HashMap<>();
            learnt.arrays().forEach((name, array) -> {
                NDArray gradient = array.getGradient();
                gradient.attach(temporary);
                gradients.put(name, gradient);
            });
            float shrunk = Math.min(1, 1 / (length(gradients) + 1e-6f));
            gradients.forEach((name, gradient) -> {
                change(name, gradient.mul(shrunk), rate);
                gradient.subi(gradient);
            });
        }
    }

    private static float length(Map<String, NDArray> gradients) {
        double squares = gradients.values().stream()
                .mapToDouble(gradient -> gradient.square().sum().getFloat())
                .sum();
        return (float) Math.sqrt(squares);
    }

    private void change(String name, NDArray gradient, float rate) {
        NDArray array = learnt.array(name);
        Moments known = moments.computeIfAbsent(
                name, n -> new Moments(manager.zeros(array.getShape()), manager.zeros(array.getShape())));
        known.first.muli(FIRST).addi(gradient.mul(1 - FIRST));
        known.second.muli(SECOND).addi(gradient.square().mul(1 - SECOND));
        NDManager temporary = gradient.getManager();
        NDArray first = known.first.div(1 - (float) Math.pow(FIRST, steps));
        first.attach(temporary);
        NDArray second = known.second.div(1 - (float) Math.pow(SECOND, steps));
        second.attach(temporary);
        NDArray change = first.div(second.sqrt().add(EPSILON)).mul(rate);
        array.setRequiresGradient(false);
        if (array.getShape().dimension() > 1) {
            array.muli(1 - rate * DECAY);
        }
        array.subi(change);
        array.setRequiresGradient(true);
    }
}
