package io.tocsin.analyzer.encoder;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
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

    private final Map<String, TensorProto> stored = new HashMap<>();
    private final Map<String, Supplier<Tensor>> tensors = new HashMap<>();

    private OnnxWeights(GraphProto graph) throws IOException {
        for (TensorProto tensor : graph.getInitializerList()) {
            stored.put(tensor.getName(), tensor);
            if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber() && tensor.getDimsCount() == 1) {
                tensors.put(tensor.getName(), () -> Tensor.vector(floats(tensor)));
            }
        }
        for (String table : new String[] {"position", "token_type"}) {
            String name = "embeddings." + table + "_embeddings.weight";
            tensors.put(name, rounded(name)::exact);
        }
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("MatMulInteger") && node.getName().endsWith(MULTIPLIED)) {
                tensors.put(matrix(node.getName()), rounded(stem(node.getInput(1)))::exact);
            }
        }
    }

    /** @throws IOException if these are not the bytes of such a model */
    static EncoderWeights read(byte[] model) throws IOException {
        OnnxWeights read = new OnnxWeights(ModelProto.parseFrom(model).getGraph());
        return EncoderWeights.of(read.tensors, read.rounded(EncoderWeights.WORDS));
    }

    private static String matrix(String node) {
        return node.substring(1, node.length() - MULTIPLIED.length()).replace('/', '.') + ".weight";
    }

    private static String stem(String name) {
        return name.endsWith(QUANTIZED) ? name.substring(0, name.length() - QUANTIZED.length()) : name;
    }

    private Rounded rounded(String name) throws IOException {
        TensorProto bytes = find(name + QUANTIZED);
        if (bytes.getDimsCount() != 2) {
            throw new IOException(name + " is no matrix");
        }
        return new Rounded(
                Math.toIntExact(bytes.getDims(1)),
                bytes.getRawData().toByteArray(),
                bytes.getDataType() == TensorProto.DataType.INT8.getNumber(),
                Tensor.vector(floats(find(name + "_scale"))),
                zero(find(name + "_zero_point")));
    }

    private TensorProto find(String name) throws IOException {
        TensorProto tensor = stored.get(name);
        if (tensor == null) {
            throw new IOException("the model lacks " + name);
        }
        return tensor;
    }

    /** One for the whole matrix: where there is one for every column, they are all 0. */
    private static int zero(TensorProto zeros) {
        if (zeros.getInt32DataCount() > 0) {
            return zeros.getInt32Data(0);
        }
        byte first = zeros.getRawData().byteAt(0);
        return zeros.getDataType() == TensorProto.DataType.INT8.getNumber() ? first : Byte.toUnsignedInt(first);
    }

    private static float[] floats(TensorProto tensor) {
        float[] values = new float
                [Math.max(tensor.getFloatDataCount(), tensor.getRawData().size() / Float.BYTES)];
        if (tensor.getFloatDataCount() > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            return values;
        }
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer numbers = raw.asFloatBuffer();
        numbers.get(values);
        return values;
    }
}
