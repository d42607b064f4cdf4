package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.tocsin.analyzer.encoder.Adapter;
import io.tocsin.analyzer.encoder.Adapter.LowRank;
import io.tocsin.analyzer.encoder.Pretrained;
import io.tocsin.analyzer.encoder.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An encoder whose upper layers learn. What the lower ones say of a text is always the same. */
final class LearningEncoder {
    private static final int MOST_LEARNING = 6;

    private final Pretrained model;
    private final Weights weights;
    private final int width;
    private final NDArray words;
    private final NDArray places;
    private final Norm first;
    private final List<Layer> lower = new ArrayList<>();
    private final List<Layer> upper = new ArrayList<>();

    /** @param rank of what is learnt beside a matrix */
    LearningEncoder(Pretrained model, int rank, NDManager manager, Learnt learnt) {
        this.model = model;
        this.weights = new Weights(model.weights(), manager);
        this.width = weights.published().width();
        this.words = weights.matrix(weights.published().pieces());
        Tensor sentences = weights.tensor("embeddings.token_type_embeddings.weight");
        this.places = weights.array("embeddings.position_embeddings.weight")
                .add(manager.create(sentences.values()).get(new NDIndex("0:" + width)));
        this.first = Norm.frozen("embeddings.LayerNorm", weights);
        for (int layer = 1; layer <= model.layers(); layer++) {
            if (layer <= model.layers() - MOST_LEARNING) {
                lower.add(Layer.frozen(layer, model.heads(), weights));
            } else {
                upper.add(Layer.learning(layer, model.heads(), rank, weights, learnt));
            }
        }
    }

    /** A row for every piece of a text, as the lower layers see it. */
    short[] lower(long[] pieces) {
        try (NDManager manager = weights.manager().newSubManager()) {
            NDArray numbers = manager.create(pieces);
            NDArray found = words.get(numbers);
            found.attach(manager);
            NDArray there = places.get(new NDIndex("0:" + pieces.length));
            there.attach(manager);
            NDArray read = first.of(found.add(there));
            Batch batch = Batch.of(List.of(pieces.length), manager);
            for (Layer layer : lower) {
                read = layer.of(read, batch, Dropout.NONE);
            }
            return half(read.toFloatArray());
        }
    }

    /** What the answers are found by: of the tapped upper layers, the mark at the beginning and the mean of each text. */
    NDArray upper(List<short[]> texts, Dropout dropout, NDManager manager) {
        Batch batch = Batch.of(texts.stream().map(text -> text.length / width).toList(), manager);
        NDArray read = manager.create(filled(texts, batch), new Shape((long) batch.texts() * batch.length(), width));
        NDList seen = new NDList();
        for (int i = 0; i < upper.size(); i++) {
            read = upper.get(i).of(read, batch, dropout);
            if (isAskedFor(lower.size() + i + 1)) {
                NDArray texted = read.reshape(batch.texts(), batch.length(), width);
                seen.add(texted.get(new NDIndex(":,0")));
                seen.add(texted.mul(batch.share()).sum(new int[] {1}));
            }
        }
        return NDArrays.concat(seen, 1);
    }

    /** How many numbers {@link #upper} has for a text. */
    int size() {
        return 2 * width * (int) model.taps().stream().filter(this::isAskedFor).count();
    }

    private boolean isAskedFor(int layer) {
        return layer > lower.size() && model.taps().contains(layer);
    }

    private float[] filled(List<short[]> texts, Batch batch) {
        float[] rows = new float[batch.texts() * batch.length() * width];
        for (int text = 0; text < texts.size(); text++) {
            short[] half = texts.get(text);
            int begin = text * batch.length() * width;
            for (int i = 0; i < half.length; i++) {
                rows[begin + i] = Float.float16ToFloat(half[i]);
            }
        }
        return rows;
    }

    private static short[] half(float[] full) {
        short[] half = new short[full.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = Float.floatToFloat16(full[i]);
        }
        return half;
    }

    /** What was learnt so far. */
    Adapter adapter() {
        Map<String, LowRank> added = new HashMap<>();
        Map<String, Tensor> replaced = new HashMap<>();
        upper.forEach(layer -> layer.collect(added, replaced));
        return new Adapter(added, replaced);
    }
}
