package io.tocsin.analyzer.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The model of the jar run as it is, to compare with. */
final class ExportedEncoder implements AutoCloseable {
    private final List<String> taps;
    private final int width;
    private final WordPiece words;
    private final OrtSession session;

    private ExportedEncoder(String name, int width, List<Integer> inner) throws IOException, OrtException {
        this.taps = inner.stream()
                .map(layer -> "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0")
                .toList();
        this.width = width;
        try (InputStream vocabulary = new ByteArrayInputStream(bytes(name + "-tokenizer.json"));
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            words = WordPiece.read(vocabulary);
            options.setIntraOpNumThreads(1);
            session = OrtEnvironment.getEnvironment().createSession(tapped(bytes(name + ".onnx")), options);
        }
    }

    static ExportedEncoder of(String language) throws IOException, OrtException {
        return language.equals("en")
                ? new ExportedEncoder("/bge-small-en-v1.5-q", 384, List.of(2, 4, 6, 8, 10))
                : new ExportedEncoder("/bge-small-zh-v1.5-q", 512, List.of(1, 2, 3));
    }

    static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(Encoder.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        }
    }

    /** With a second part of the graph behind it, that readers join to the first ("last one wins"). */
    private byte[] tapped(byte[] model) {
        ProtobufWriter outputs = new ProtobufWriter();
        for (String name : taps) {
            ProtobufWriter tensor = new ProtobufWriter().number(Onnx.TENSOR_TYPE_ELEMENT, Onnx.FLOAT);
            ProtobufWriter type = new ProtobufWriter().message(Onnx.TYPE_TENSOR, tensor);
            outputs.message(
                    Onnx.GRAPH_OUTPUT,
                    new ProtobufWriter().text(Onnx.VALUE_NAME, name).message(Onnx.VALUE_TYPE, type));
        }
        byte[] more = new ProtobufWriter().message(Onnx.MODEL_GRAPH, outputs).toByteArray();
        byte[] both = Arrays.copyOf(model, model.length + more.length);
        System.arraycopy(more, 0, both, model.length, more.length);
        return both;
    }

    Encoding encode(String text) throws OrtException {
        long[] pieces = words.pieces(text, Encoder.MOST_PIECES);
        long[] shape = {1, pieces.length};
        long[] ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[pieces.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer[] layers = new FloatBuffer[taps.size() + 1];
            for (int i = 0; i < layers.length; i++) {
                String name = i < taps.size() ? taps.get(i) : "last_hidden_state";
                layers[i] = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
            }
            int[] focus = IntStream.range(0, pieces.length)
                    .filter(i -> pieces[i] == words.mask())
                    .toArray();
            return Encoding.of(layers, focus, pieces.length, width);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
