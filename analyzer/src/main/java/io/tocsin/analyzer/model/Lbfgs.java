package io.tocsin.analyzer.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the minimum of a smooth convex function from its gradient: L-BFGS with a backtracking line search (Liu and
 * Nocedal 1989). The same function gives the same result, bit by bit.
 */
final class Lbfgs {
    private static final int MEMORY = 8;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final int MOST_HALVINGS = 30;

    /** A function and its gradient. */
    interface Function {
        /** The value at a point; writes the gradient there. */
        double at(double[] point, double[] gradient);
    }

    /** A step that was taken, and how the gradient changed by it. */
    private static final class Step {
        final double[] moved;
        final double[] turned;
        final double curvature;

        Step(double[] moved, double[] turned) {
            this.moved = moved;
            this.turned = turned;
            this.curvature = dot(moved, turned);
        }
    }

    private Lbfgs() {}

    /**
     * @param start moved to the minimum
     * @param tolerance it is found when the value falls by less than this share
     */
    static void minimise(Function function, double[] start, int mostSteps, double tolerance) {
        double[] point = start;
        double[] gradient = new double[point.length];
        double value = function.at(point, gradient);
        Deque<Step> memory = new ArrayDeque<>();
        for (int i = 0; i < mostSteps; i++) {
            double[] direction = direction(gradient, memory);
            double slope = dot(direction, gradient);
            double length = i == 0 ? 1 / Math.max(1e-12, Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = new double[point.length];
            double[] nextGradient = new double[point.length];
            double nextValue = Double.POSITIVE_INFINITY;
            for (int h = 0; h < MOST_HALVINGS; h++, length /= 2) {
                for (int j = 0; j < point.length; j++) {
                    next[j] = point[j] + length * direction[j];
                }
                nextValue = function.at(next, nextGradient);
                if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) {
                    break;
                }
            }
            if (!(nextValue < value)) {
                break;
            }
            remember(memory, new Step(minus(next, point), minus(nextGradient, gradient)));
            boolean found = value - nextValue < tolerance * Math.abs(value);
            System.arraycopy(next, 0, start, 0, start.length);
            point = next;
            gradient = nextGradient;
            value = nextValue;
            if (found) {
                break;
            }
        }
    }

    private static void remember(Deque<Step> memory, Step step) {
        if (step.curvature > 0) {
            memory.addFirst(step);
            if (memory.size() > MEMORY) {
                memory.removeLast();
            }
        }
    }

    /** The gradient turned round and bent by what earlier steps taught: the two-loop recursion. */
    private static double[] direction(double[] gradient, Deque<Step> memory) {
        double[] d = gradient.clone();
        double[] share = new double[memory.size()];
        int i = 0;
        for (Step step : memory) {
            share[i] = dot(step.moved, d) / step.curvature;
            add(d, -share[i++], step.turned);
        }
        Step newest = memory.peekFirst();
        double scale = newest == null ? 1 : newest.curvature / dot(newest.turned, newest.turned);
        for (int j = 0; j < d.length; j++) {
            d[j] *= -scale;
        }
        for (Iterator<Step> oldestFirst = memory.descendingIterator(); oldestFirst.hasNext(); ) {
            Step step = oldestFirst.next();
            add(d, -share[--i] - dot(step.turned, d) / step.curvature, step.moved);
        }
        return d;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
