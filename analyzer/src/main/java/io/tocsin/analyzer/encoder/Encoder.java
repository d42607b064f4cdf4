package io.tocsin.analyzer.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A small pretrained transformer (BGE, Xiao et al. 2023) that turns a text into numbers.
 *
 * <p>One text at a time: the models compute with bytes whose scale depends on everything in a batch, so that a text
 * among others would get other numbers than alone. Any number of threads may ask at once; each uses one processor.
 */
public final class Encoder {
    /** Pieces of words looked at; what stands later in a text does not count. */
    public static final int MOST_PIECES = 128;

    /** Stands in a text for the name that matters; the maximum over the text gives way to what is said of it. */
    public static final char FOCUS = '\ue000';

    private static final Map<Pretrained, Encoder> ADAPTED = new ConcurrentHashMap<>();
    private static final Map<Pretrained, Encoder> PUBLISHED = new ConcurrentHashMap<>();

    private static final Adapter UNCHANGED = new Adapter(Map.of(), Map.of());

    private final WordPiece words;
    private final OrtSession session;
    private final List<Integer> taps;
    private final int width;

    private Encoder(WordPiece words, OrtSession session, List<Integer> taps, int width) {
        this.words = words;
        this.session = session;
        this.taps = taps;
        this.width = width;
    }

    /**
     * The encoder of a language, after what it learnt from labelled posts; loaded when it is first asked for. For
     * {@code en} bge-small-en-v1.5, every second of its 12 layers tapped; for {@code zh} bge-small-zh-v1.5, all of its 4
     * layers tapped.
     *
     * @throws IllegalArgumentException if there is none for the language
     */
    public static Encoder of(String language) {
        return ADAPTED.computeIfAbsent(Pretrained.of(language), model -> loaded(model, model.adapter()));
    }

    /**
     * The same as it was published: what is measured with it is measured on posts that no part of it ever saw, whatever
     * posts these are.
     *
     * @throws IllegalArgumentException if there is none for the language
     */
    public static Encoder asPublished(String language) {
        return PUBLISHED.computeIfAbsent(Pretrained.of(language), model -> loaded(model, UNCHANGED));
    }

    /** The numbers of the pieces of words in a text, with the marks of beginning and end. */
    public long[] pieces(String text) {
        return words.pieces(text, MOST_PIECES);
    }

    /** Reads a text, which should be cleaned of what is no language. */
    public Encoding encode(String text) {
        long[] pieces = pieces(text);
        long[] shape = {1, pieces.length};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                OrtSession.Result result = session.run(Map.of(EncoderGraph.PIECES, input))) {
            FloatBuffer[] layers = new FloatBuffer[taps.size()];
            for (int i = 0; i < layers.length; i++) {
                layers[i] = ((OnnxTensor)
                                result.get(EncoderGraph.output(taps.get(i))).orElseThrow())
                        .getFloatBuffer();
            }
            return Encoding.of(layers, focus(pieces), pieces.length, width);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed", e);
        }
    }

    private int[] focus(long[] pieces) {
        return IntStream.range(0, pieces.length)
                .filter(i -> pieces[i] == words.mask())
                .toArray();
    }

    /** How many numbers {@link Encoding#features} has. */
    public int size() {
        return Encoding.size(taps.size(), width);
    }

    private static Encoder loaded(Pretrained model, Adapter adapter) {
        try (InputStream vocabulary = Pretrained.resource(model.file + "-tokenizer.json")) {
            EncoderWeights weights = adapter.adapted(model.weights());
            byte[] graph = EncoderGraph.model(weights, model.heads, MOST_PIECES, model.taps);
            return new Encoder(WordPiece.read(vocabulary), session(graph), model.taps, weights.width());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the encoder " + model.file + " is damaged or missing", e);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder " + model.file + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** One thread each, since the callers are many: threads of its own only starve each other. */
    private static OrtSession session(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return OrtEnvironment.getEnvironment().createSession(model, options);
        }
    }
}
