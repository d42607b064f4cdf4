package io.tocsin.analyzer.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A model in the ONNX format while it is written, node after node. Every tensor has a name, and what a node gives is
 * called as it is itself (<a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">ONNX IR</a>).
 */
final class OnnxGraph {
    /** The domain of the operators that are ONNX Runtime's own. */
    private static final String RUNTIME = "com.microsoft";

    private static final int IR_VERSION = 8;
    private static final int STANDARD_VERSION = 17;

    private final ProtobufWriter graph = new ProtobufWriter().text(Onnx.GRAPH_NAME, "encoder");

    /** Takes whole numbers, one text of any length. */
    String input(String name) {
        ProtobufWriter shape = new ProtobufWriter()
                .message(Onnx.SHAPE_DIMENSION, new ProtobufWriter().number(Onnx.DIMENSION_VALUE, 1))
                .message(Onnx.SHAPE_DIMENSION, new ProtobufWriter().text(Onnx.DIMENSION_NAME, "length"));
        ProtobufWriter type = type(Onnx.INT64).message(Onnx.TENSOR_TYPE_SHAPE, shape);
        graph.message(Onnx.GRAPH_INPUT, value(name, type));
        return name;
    }

    /** Gives out what the node of the name gives. */
    void output(String name) {
        graph.message(Onnx.GRAPH_OUTPUT, value(name, type(Onnx.FLOAT)));
    }

    private static ProtobufWriter type(int element) {
        return new ProtobufWriter().number(Onnx.TENSOR_TYPE_ELEMENT, element);
    }

    private static ProtobufWriter value(String name, ProtobufWriter tensor) {
        return new ProtobufWriter()
                .text(Onnx.VALUE_NAME, name)
                .message(Onnx.VALUE_TYPE, new ProtobufWriter().message(Onnx.TYPE_TENSOR, tensor));
    }

    /** An operator of the ONNX standard. */
    String node(String operator, String name, List<String> inputs, ProtobufWriter... attributes) {
        return add("", operator, List.of(name), inputs, attributes);
    }

    /** An operator of the ONNX standard that gives several things. */
    List<String> nodes(String operator, List<String> names, List<String> inputs, ProtobufWriter... attributes) {
        add("", operator, names, inputs, attributes);
        return names;
    }

    /** An operator of ONNX Runtime. */
    String runtimeNode(String operator, String name, List<String> inputs, ProtobufWriter... attributes) {
        return add(RUNTIME, operator, List.of(name), inputs, attributes);
    }

    private String add(
            String domain, String operator, List<String> names, List<String> inputs, ProtobufWriter... attributes) {
        ProtobufWriter node = new ProtobufWriter()
                .text(Onnx.NODE_DOMAIN, domain)
                .text(Onnx.NODE_OPERATOR, operator)
                .text(Onnx.NODE_NAME, names.getFirst());
        inputs.forEach(input -> node.text(Onnx.NODE_INPUT, input));
        names.forEach(name -> node.text(Onnx.NODE_OUTPUT, name));
        List.of(attributes).forEach(attribute -> node.message(Onnx.NODE_ATTRIBUTE, attribute));
        graph.message(Onnx.GRAPH_NODE, node);
        return names.getFirst();
    }

    static ProtobufWriter whole(String name, long value) {
        return attribute(name, Onnx.WHOLE).number(Onnx.ATTRIBUTE_WHOLE, value);
    }

    static ProtobufWriter real(String name, float value) {
        return attribute(name, Onnx.REAL).real(Onnx.ATTRIBUTE_REAL, value);
    }

    private static ProtobufWriter attribute(String name, int type) {
        return new ProtobufWriter().text(Onnx.ATTRIBUTE_NAME, name).number(Onnx.ATTRIBUTE_TYPE, type);
    }

    String vector(String name, Tensor vector) {
        return tensor(name, Onnx.FLOAT, ProtobufWriter.floats(vector.values()), vector.columns());
    }

    String matrix(String name, Tensor matrix) {
        return tensor(name, Onnx.FLOAT, ProtobufWriter.floats(matrix.values()), matrix.rows(), matrix.columns());
    }

    String matrix(String name, Rounded matrix) {
        int type = matrix.signed() ? Onnx.INT8 : Onnx.UINT8;
        return tensor(name, type, matrix.bytes(), matrix.rows(), matrix.columns());
    }

    /** Without any dimension. */
    String number(String name, float number) {
        return tensor(name, Onnx.FLOAT, ProtobufWriter.floats(number));
    }

    /** A byte without any dimension. */
    String number(String name, byte number, boolean signed) {
        return tensor(name, signed ? Onnx.INT8 : Onnx.UINT8, new byte[] {number});
    }

    String wholeNumbers(String name, long... numbers) {
        byte[] raw = new byte[numbers.length * Long.BYTES];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(numbers);
        return tensor(name, Onnx.INT64, raw, numbers.length);
    }

    private String tensor(String name, int type, byte[] raw, long... dimensions) {
        ProtobufWriter tensor = new ProtobufWriter()
                .text(Onnx.TENSOR_NAME, name)
                .number(Onnx.TENSOR_TYPE, type)
                .bytes(Onnx.TENSOR_RAW, raw);
        for (long dimension : dimensions) {
            tensor.number(Onnx.TENSOR_DIMENSION, dimension);
        }
        graph.message(Onnx.GRAPH_TENSOR, tensor);
        return name;
    }

    /** The bytes of the whole model. */
    byte[] model() {
        return new ProtobufWriter()
                .number(Onnx.MODEL_IR_VERSION, IR_VERSION)
                .message(Onnx.MODEL_OPERATORS, new ProtobufWriter().number(Onnx.OPERATORS_VERSION, STANDARD_VERSION))
                .message(
                        Onnx.MODEL_OPERATORS,
                        new ProtobufWriter()
                                .text(Onnx.OPERATORS_DOMAIN, RUNTIME)
                                .number(Onnx.OPERATORS_VERSION, 1))
                .message(Onnx.MODEL_GRAPH, graph)
                .toByteArray();
    }
}
