package io.tocsin.analyzer.model;

import java.util.ArrayList;
import java.util.List;

/** What a model learns from: features of texts, the right class of each, and how much each counts. */
final class Examples {
    private final int classes;
    private final List<int[]> features = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private double totalWeight;

    Examples(int classes) {
        this.classes = classes;
    }

    void add(int[] text, int label, double weight) {
        features.add(text);
        labels.add(label);
        weights.add(weight);
        totalWeight += weight;
    }

    int classes() {
        return classes;
    }

    int size() {
        return features.size();
    }

    int[] features(int i) {
        return features.get(i);
    }

    int label(int i) {
        return labels.get(i);
    }

    double weight(int i) {
        return weights.get(i);
    }

    double totalWeight() {
        return totalWeight;
    }
}
