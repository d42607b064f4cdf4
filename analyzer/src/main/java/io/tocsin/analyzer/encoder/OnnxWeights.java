package io.tocsin.analyzer.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads the weights of a BERT model that was exported from PyTorch to ONNX and then quantised by ONNX Runtime: a matrix
 * {@code x} is kept as {@code x_quantized}, {@code x_scale} and {@code x_zero_point}, and which one it is says the name
 * of the node that multiplies by it ({@code /encoder/layer.0/output/dense/MatMul_quant}).
 */
final class OnnxWeights {
    private static final String QUANTIZED = "_quantized";
    private static final String MULTIPLIED = "/MatMul_quant";

    private final Map<String, ProtobufMessage> stored = new HashMap<>();
    private final Map<String, Supplier<Tensor>> tensors = new HashMap<>();

    private OnnxWeights(ProtobufMessage graph) throws IOException {
        for (ProtobufMessage tensor : graph.messages(Onnx.GRAPH_TENSOR)) {
            String name = tensor.text(Onnx.TENSOR_NAME);
            stored.put(name, tensor);
            if (tensor.number(Onnx.TENSOR_TYPE) == Onnx.FLOAT
                    && dimensions(tensor).size() == 1) {
                Tensor vector = Tensor.vector(floats(tensor));
                tensors.put(name, () -> vector);
            }
        }
        for (String table : List.of("position", "token_type")) {
            String name = "embeddings." + table + "_embeddings.weight";
            tensors.put(name, rounded(name)::exact);
        }
        for (ProtobufMessage node : graph.messages(Onnx.GRAPH_NODE)) {
            String name = node.text(Onnx.NODE_NAME);
            if (node.text(Onnx.NODE_OPERATOR).equals("MatMulInteger") && name.endsWith(MULTIPLIED)) {
                tensors.put(matrix(name), rounded(stem(node))::exact);
            }
        }
    }

    /** @throws IOException if these are not the bytes of such a model */
    static EncoderWeights read(byte[] model) throws IOException {
        List<ProtobufMessage> graphs =
                ProtobufMessage.read(ByteBuffer.wrap(model)).messages(Onnx.MODEL_GRAPH);
        if (graphs.size() != 1) {
            throw new IOException("no model in the ONNX format");
        }
        OnnxWeights read = new OnnxWeights(graphs.getFirst());
        return EncoderWeights.of(read.tensors, read.rounded(EncoderWeights.WORDS));
    }

    private static String matrix(String node) {
        return node.substring(1, node.length() - MULTIPLIED.length()).replace('/', '.') + ".weight";
    }

    /** What the second factor of a product is called without its ending. */
    private static String stem(ProtobufMessage node) throws IOException {
        List<String> factors = node.texts(Onnx.NODE_INPUT);
        if (factors.size() < 2 || !factors.get(1).endsWith(QUANTIZED)) {
            throw new IOException(node.text(Onnx.NODE_NAME) + " multiplies by what is no quantised matrix");
        }
        return factors.get(1).substring(0, factors.get(1).length() - QUANTIZED.length());
    }

    private Rounded rounded(String name) throws IOException {
        ProtobufMessage bytes = find(name + QUANTIZED);
        Tensor scale = Tensor.vector(floats(find(name + "_scale")));
        List<Long> dimensions = dimensions(bytes);
        if (dimensions.size() != 2) {
            throw new IOException(name + " is no matrix");
        }
        return new Rounded(
                Math.toIntExact(dimensions.get(1)),
                bytes.bytes(Onnx.TENSOR_RAW),
                bytes.number(Onnx.TENSOR_TYPE) == Onnx.INT8,
                scale,
                zero(find(name + "_zero_point")));
    }

    private ProtobufMessage find(String name) throws IOException {
        ProtobufMessage tensor = stored.get(name);
        if (tensor == null) {
            throw new IOException("the model lacks " + name);
        }
        return tensor;
    }

    private static List<Long> dimensions(ProtobufMessage tensor) throws IOException {
        return tensor.numbers(Onnx.TENSOR_DIMENSION);
    }

    /** One for the whole matrix: where there is one for every column, they are all 0. */
    private static int zero(ProtobufMessage tensor) throws IOException {
        List<Long> zeros = tensor.numbers(Onnx.TENSOR_INTS);
        byte[] raw = tensor.bytes(Onnx.TENSOR_RAW);
        if (zeros.isEmpty() && raw.length == 0) {
            throw new IOException(tensor.text(Onnx.TENSOR_NAME) + " is empty");
        }
        int zero = zeros.isEmpty() ? raw[0] : Math.toIntExact(zeros.getFirst());
        return tensor.number(Onnx.TENSOR_TYPE) == Onnx.INT8 ? zero : zero & 0xff;
    }

    private static float[] floats(ProtobufMessage tensor) {
        float[] floats = tensor.floats(Onnx.TENSOR_FLOATS);
        return floats.length > 0 ? floats : tensor.floats(Onnx.TENSOR_RAW);
    }
}
