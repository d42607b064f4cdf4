package io.tocsin.analyzer.encoder;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A model in the ONNX format while it is written, node after node. Every tensor has a name, and what a node gives is
 * called as it is itself (<a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">ONNX IR</a>).
 */
final class OnnxGraph {
    /** Operators that are ONNX Runtime's own. */
    static final String MICROSOFT = "com.microsoft";

    private static final int IR = 8;
    private static final int OPERATORS = 17;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("encoder");

    /** Takes whole numbers, one text of any length. */
    String input(String name) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(1))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("pieces"))
                .build();
        graph.addInput(value(name, TensorProto.DataType.INT64).setType(type(TensorProto.DataType.INT64, shape)));
        return name;
    }

    /** Gives out what the node of the name gives. */
    void output(String name) {
        graph.addOutput(value(name, TensorProto.DataType.FLOAT));
    }

    private static ValueInfoProto.Builder value(String name, TensorProto.DataType type) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber())));
    }

    private static TypeProto.Builder type(TensorProto.DataType type, TensorShapeProto shape) {
        return TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder()
                        .setElemType(type.getNumber())
                        .setShape(shape));
    }

    /** An operator of the ONNX standard. */
    String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
        return add("", operator, List.of(name), inputs, attributes);
    }

    /** An operator of ONNX Runtime. */
    String runtimeNode(String operator, String name, List<String> inputs, AttributeProto... attributes) {
        return add(MICROSOFT, operator, List.of(name), inputs, attributes);
    }

    /** A node of the ONNX standard that gives several things. */
    List<String> nodes(String operator, List<String> names, List<String> inputs, AttributeProto... attributes) {
        add("", operator, names, inputs, attributes);
        return names;
    }

    private String add(
            String domain, String operator, List<String> names, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(operator)
                .setName(names.get(0))
                .addAllInput(inputs)
                .addAllOutput(names)
                .addAllAttribute(List.of(attributes)));
        return names.get(0);
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    String vector(String name, Tensor vector) {
        return tensor(name, TensorProto.DataType.FLOAT, bytes(vector), vector.columns());
    }

    String matrix(String name, Tensor matrix) {
        return tensor(name, TensorProto.DataType.FLOAT, bytes(matrix), matrix.rows(), matrix.columns());
    }

    String matrix(String name, Rounded matrix) {
        TensorProto.DataType type = matrix.signed() ? TensorProto.DataType.INT8 : TensorProto.DataType.UINT8;
        return tensor(name, type, ByteString.copyFrom(matrix.bytes()), matrix.rows(), matrix.columns());
    }

    String number(String name, float number) {
        return tensor(name, TensorProto.DataType.FLOAT, bytes(Tensor.vector(number)));
    }

    /** A byte without sign. */
    String smallNumber(String name, int number) {
        return tensor(name, TensorProto.DataType.UINT8, ByteString.copyFrom(new byte[] {(byte) number}));
    }

    String wholeNumbers(String name, long... numbers) {
        ByteBuffer raw = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(numbers);
        return tensor(name, TensorProto.DataType.INT64, ByteString.copyFrom(raw), numbers.length);
    }

    private String tensor(String name, TensorProto.DataType type, ByteString raw, long... dimensions) {
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(raw);
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return name;
    }

    private static ByteString bytes(Tensor tensor) {
        float[] values = tensor.values();
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return ByteString.copyFrom(raw);
    }

    byte[] model() {
        return ModelProto.newBuilder()
                .setIrVersion(IR)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(1))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
