package io.tocsin.analyzer.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a message of Protocol Buffers, field after field (<a
 * href="https://protobuf.dev/programming-guides/encoding/">encoding</a>). What is given to it is not copied before the
 * end.
 */
final class ProtobufWriter {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;
    private static final int LONGEST_VARINT = 10;

    private final List<byte[]> parts = new ArrayList<>();
    private int length;

    ProtobufWriter number(int field, long value) {
        return tag(field, VARINT).add(varint(value));
    }

    ProtobufWriter real(int field, float value) {
        return tag(field, FOUR_BYTES).add(floats(value));
    }

    ProtobufWriter text(int field, String value) {
        return bytes(field, value.getBytes(UTF_8));
    }

    ProtobufWriter bytes(int field, byte[] value) {
        return tag(field, LENGTH_DELIMITED).add(varint(value.length)).add(value);
    }

    ProtobufWriter message(int field, ProtobufWriter value) {
        tag(field, LENGTH_DELIMITED).add(varint(value.length));
        value.parts.forEach(this::add);
        return this;
    }

    private ProtobufWriter tag(int field, int type) {
        return add(varint(((long) field << 3) | type));
    }

    private ProtobufWriter add(byte[] part) {
        parts.add(part);
        length = Math.addExact(length, part.length);
        return this;
    }

    private static byte[] varint(long value) {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_VARINT);
        long rest = value;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
            bytes.put((byte) ((rest & 0x7f) | 0x80));
        }
        byte[] written = new byte[bytes.put((byte) rest).position()];
        bytes.flip().get(written);
        return written;
    }

    /** As the format writes them, one after the other. */
    static byte[] floats(float... values) {
        byte[] bytes = new byte[values.length * Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return bytes;
    }

    byte[] toByteArray() {
        ByteBuffer whole = ByteBuffer.allocate(length);
        parts.forEach(whole::put);
        return whole.array();
    }
}
