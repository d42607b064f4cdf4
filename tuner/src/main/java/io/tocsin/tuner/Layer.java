package io.tocsin.tuner;

import ai.djl.ndarray.NDArray;
import io.tocsin.analyzer.encoder.Adapter.LowRank;
import io.tocsin.analyzer.encoder.EncoderWeights;
import io.tocsin.analyzer.encoder.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A layer of a BERT encoder (Devlin et al. 2019), over a batch of texts of like length. */
final class Layer {
    private final int heads;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear attended;
    private final Norm afterAttention;
    private final Linear wide;
    private final Linear narrow;
    private final Norm afterAll;

    private Layer(int heads, Function<String, Linear> linear, Function<String, Norm> norm) {
        this.heads = heads;
        this.query = linear.apply("attention.self.query");
        this.key = linear.apply("attention.self.key");
        this.value = linear.apply("attention.self.value");
        this.attended = linear.apply("attention.output.dense");
        this.afterAttention = norm.apply("attention.output.LayerNorm");
        this.wide = linear.apply("intermediate.dense");
        this.narrow = linear.apply("output.dense");
        this.afterAll = norm.apply("output.LayerNorm");
    }

    static Layer frozen(int layer, int heads, Weights weights) {
        return new Layer(
                heads,
                name -> Linear.frozen(EncoderWeights.inLayer(layer, name), weights),
                name -> Norm.frozen(EncoderWeights.inLayer(layer, name), weights));
    }

    static Layer learning(int layer, int heads, int rank, Weights weights, Learnt learnt) {
        return new Layer(
                heads,
                name -> Linear.learning(EncoderWeights.inLayer(layer, name), rank, weights, learnt),
                name -> Norm.learning(EncoderWeights.inLayer(layer, name), weights, learnt));
    }

    /** @param read a row for every piece of every text of the batch */
    NDArray of(NDArray read, Batch batch, Dropout dropout) {
        NDArray between = afterAttention.of(dropout.of(attended.of(attention(read, batch, dropout), dropout))
                .add(read));
        NDArray bent = wide.of(between, dropout).getNDArrayInternal().gelu();
        return afterAll.of(dropout.of(narrow.of(bent, dropout)).add(between));
    }

    private NDArray attention(NDArray read, Batch batch, Dropout dropout) {
        long width = read.getShape().get(1);
        NDArray asked = parts(query.of(read, dropout), batch).transpose(0, 2, 1, 3);
        NDArray offered = parts(key.of(read, dropout), batch).transpose(0, 2, 3, 1);
        NDArray told = parts(value.of(read, dropout), batch).transpose(0, 2, 1, 3);
        NDArray attention = asked.matMul(offered)
                .mul(1 / Math.sqrt((double) width / heads))
                .add(batch.mask())
                .softmax(-1);
        return attention.matMul(told).transpose(0, 2, 1, 3).reshape(read.getShape());
    }

    private NDArray parts(NDArray rows, Batch batch) {
        return rows.reshape(
                batch.texts(), batch.length(), heads, rows.getShape().get(1) / heads);
    }

    void collect(Map<String, LowRank> added, Map<String, Tensor> replaced) {
        List.of(query, key, value, attended, wide, narrow).forEach(linear -> linear.collect(added, replaced));
        List.of(afterAttention, afterAll).forEach(norm -> norm.collect(replaced));
    }
}
