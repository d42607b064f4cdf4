package io.tocsin.analyzer.model;

import io.tocsin.analyzer.encoder.Encoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What the encoders say of labelled posts, each read once and kept in half precision: 14 kB for a post. */
final class Encodings {
    private final Map<LabelledPost, short[]> kept = new ConcurrentHashMap<>();
    private final Function<String, Encoder> encoders;

    private Encodings(Function<String, Encoder> encoders) {
        this.encoders = encoders;
    }

    /** By the encoders that learnt from labelled posts. */
    static Encodings adapted() {
        return new Encodings(Encoder::of);
    }

    /** By the encoders as they were published, for heads that are measured on any labelled posts. */
    static Encodings asPublished() {
        return new Encodings(Encoder::asPublished);
    }

    /** Reads what was not read yet, with all processors. */
    void readAll(List<LabelledPost> posts) {
        posts.parallelStream().forEach(this::of);
    }

    short[] of(LabelledPost post) {
        return kept.computeIfAbsent(post, this::read);
    }

    /** What a head says of a post. */
    double[] answer(TrainedHead head, Taught taught) {
        return head.thorough(taught.features(), full(of(taught.post())));
    }

    /** Reads a post anew. */
    float[] fresh(LabelledPost post) {
        return encoders.apply(post.language())
                .encode(NormalText.readable(post.text()))
                .features();
    }

    private short[] read(LabelledPost post) {
        float[] features = fresh(post);
        short[] half = new short[features.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = Float.floatToFloat16(features[i]);
        }
        return half;
    }

    static float[] full(short[] half) {
        float[] full = new float[half.length];
        for (int i = 0; i < full.length; i++) {
            full[i] = Float.float16ToFloat(half[i]);
        }
        return full;
    }
}
