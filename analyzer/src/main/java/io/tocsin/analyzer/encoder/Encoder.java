package io.tocsin.analyzer.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
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
     * The encoder of a language, loaded when it is first asked for: for {@code en} bge-small-en-v1.5, every second of its
     * 12 layers tapped; for {@code zh} bge-small-zh-v1.5, all of its 4 layers tapped.
     *
     * @throws IllegalArgumentException if there is none for the language
     */
    public static Encoder of(String language) {
        return switch (language) {
            case "en" -> English.ENCODER;
            case "zh" -> Chinese.ENCODER;
            default -> throw new IllegalArgumentException("no encoder for " + language);
        };
    }

    /** Reads a text, which should be cleaned of what is no language. */
    public Encoding encode(String text) {
        long[] pieces = words.pieces(text, MOST_PIECES);
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

    private static final class English {
        static final Encoder ENCODER = bundled("/bge-small-en-v1.5-q", 12, List.of(2, 4, 6, 8, 10, 12));
    }

    private static final class Chinese {
        static final Encoder ENCODER = bundled("/bge-small-zh-v1.5-q", 8, List.of(1, 2, 3, 4));
    }

    private static Encoder bundled(String name, int heads, List<Integer> taps) {
        try (InputStream vocabulary = resource(name + "-tokenizer.json");
                InputStream model = resource(name + ".onnx")) {
            EncoderWeights weights = OnnxWeights.read(model.readAllBytes());
            byte[] graph = EncoderGraph.model(weights, heads, MOST_PIECES, taps);
            return new Encoder(WordPiece.read(vocabulary), session(graph), taps, weights.width());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the encoder " + name + " is damaged or missing", e);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder " + name + " cannot be loaded: " + e.getMessage(), e);
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

    private static InputStream resource(String name) throws IOException {
        InputStream in = Encoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }
}
