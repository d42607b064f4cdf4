package io.tocsin.analyzer.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What models learn from: texts as features and as an encoder reads them, the right answer, and how much each counts. */
final class Examples {
    private final int classes;
    private final List<Example> examples = new ArrayList<>();
    private double totalWeight;

    /**
     * One text.
     *
     * @param target how likely each class is; 1 for the right one where people told
     * @param known what speaks for each class already, before anything is learnt
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Example(int[] features, short[] encoding, double[] target, double weight, double[] known) {}

    Examples(int classes) {
        this.classes = classes;
    }

    void add(Example example) {
        examples.add(example);
        totalWeight += example.weight;
    }

    int classes() {
        return classes;
    }

    int size() {
        return examples.size();
    }

    Example get(int i) {
        return examples.get(i);
    }

    double totalWeight() {
        return totalWeight;
    }

    /**
     * The features that occur, ascending.
     *
     * @param least in how many examples at least
     */
    int[] vocabulary(int least) {
        int[] seen = new int[BucketSet.SIZE];
        examples.forEach(example -> Arrays.stream(example.features).forEach(feature -> seen[feature]++));
        return IntStream.range(0, seen.length).filter(i -> seen[i] >= least).toArray();
    }
}
