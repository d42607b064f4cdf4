package io.tocsin.analyzer.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Lets a model in the ONNX format give out what its inner layers say, too.
 *
 * <p>Two messages of Protocol Buffers one after the other are read as one message in which repeated fields are joined
 * (<a href="https://protobuf.dev/programming-guides/encoding/#last-one-wins">encoding, "last one wins"</a>). So it is
 * enough to append a model that has nothing but the further outputs of its graph.
 */
final class Taps {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_OUTPUT = 12;
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    /** {@code elem_type: FLOAT} */
    private static final byte[] TENSOR_OF_FLOATS = {1 << 3, 1};

    private static final int LENGTH_DELIMITED = 2;

    private Taps() {}

    /** The name of what layer {@code layer}, counted from 1, says in a BERT exported from PyTorch. */
    static String output(int layer) {
        return "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
    }

    /** The model with further outputs. */
    static byte[] added(byte[] model, List<String> outputs) {
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        outputs.forEach(name -> graph.writeBytes(field(GRAPH_OUTPUT, value(name))));
        return joined(model, field(MODEL_GRAPH, graph.toByteArray()));
    }

    private static byte[] value(String name) {
        return joined(field(VALUE_NAME, name.getBytes(UTF_8)), field(VALUE_TYPE, field(TYPE_TENSOR, TENSOR_OF_FLOATS)));
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        field.write((number << 3) | LENGTH_DELIMITED);
        for (int rest = content.length; ; rest >>>= 7) {
            if (rest < 0x80) {
                field.write(rest);
                break;
            }
            field.write((rest & 0x7f) | 0x80);
        }
        field.writeBytes(content);
        return field.toByteArray();
    }

    private static byte[] joined(byte[] begin, byte[] end) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(begin.length + end.length);
        both.writeBytes(begin);
        both.writeBytes(end);
        return both.toByteArray();
    }
}
