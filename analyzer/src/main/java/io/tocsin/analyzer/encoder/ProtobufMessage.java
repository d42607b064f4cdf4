package io.tocsin.analyzer.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of Protocol Buffers, its fields by their numbers (<a
 * href="https://protobuf.dev/programming-guides/encoding/">encoding</a>). Google's library would warn on every start
 * that it uses what newer versions of Java forbid.
 */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private static final int MOST_BITS = 64;

    private final Map<Integer, List<ByteBuffer>> parts = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();

    private ProtobufMessage() {}

    /** @throws IOException if these are not the bytes of a message, or not all of them */
    static ProtobufMessage read(ByteBuffer bytes) throws IOException {
        ProtobufMessage message = new ProtobufMessage();
        ByteBuffer rest = bytes.slice();
        while (rest.hasRemaining()) {
            message.readField(rest);
        }
        return message;
    }

    private void readField(ByteBuffer rest) throws IOException {
        long tag = varint(rest);
        int field = (int) (tag >>> 3);
        switch ((int) tag & 7) {
            case VARINT -> {
                int begin = rest.position();
                numbers.put(field, varint(rest));
                add(field, rest.slice(begin, rest.position() - begin));
            }
            case LENGTH_DELIMITED -> add(field, next(rest, varint(rest)));
            case EIGHT_BYTES -> add(field, next(rest, Long.BYTES));
            case FOUR_BYTES -> add(field, next(rest, Float.BYTES));
            default -> throw new IOException("no message of Protocol Buffers");
        }
    }

    private void add(int field, ByteBuffer part) {
        parts.computeIfAbsent(field, number -> new ArrayList<>()).add(part);
    }

    private static ByteBuffer next(ByteBuffer rest, long length) throws IOException {
        if (length < 0 || length > rest.remaining()) {
            throw new IOException("a message of Protocol Buffers is cut off");
        }
        ByteBuffer part = rest.slice(rest.position(), (int) length);
        rest.position(rest.position() + (int) length);
        return part;
    }

    private static long varint(ByteBuffer rest) throws IOException {
        long value = 0;
        for (int shift = 0; shift < MOST_BITS; shift += 7) {
            byte next = next(rest, 1).get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("no message of Protocol Buffers");
    }

    /** The last number given for a field, or 0. */
    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }

    /** All whole numbers of a field, be they packed or one by one. */
    List<Long> numbers(int field) throws IOException {
        List<Long> found = new ArrayList<>();
        for (ByteBuffer part : parts(field)) {
            for (ByteBuffer rest = part.slice(); rest.hasRemaining(); ) {
                found.add(varint(rest));
            }
        }
        return found;
    }

    /** All floats of a field, be they packed or one by one. */
    float[] floats(int field) {
        List<ByteBuffer> found = parts(field);
        int count = found.stream().mapToInt(ByteBuffer::remaining).sum() / Float.BYTES;
        float[] floats = new float[count];
        int from = 0;
        for (ByteBuffer part : found) {
            int size = part.remaining() / Float.BYTES;
            part.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats, from, size);
            from += size;
        }
        return floats;
    }

    String text(int field) {
        return new String(bytes(field), UTF_8);
    }

    List<String> texts(int field) {
        return parts(field).stream()
                .map(part -> UTF_8.decode(part.slice()).toString())
                .toList();
    }

    /** The last bytes given for a field, or none. */
    byte[] bytes(int field) {
        List<ByteBuffer> found = parts(field);
        if (found.isEmpty()) {
            return new byte[0];
        }
        ByteBuffer last = found.getLast().slice();
        byte[] bytes = new byte[last.remaining()];
        last.get(bytes);
        return bytes;
    }

    List<ProtobufMessage> messages(int field) throws IOException {
        List<ProtobufMessage> found = new ArrayList<>();
        for (ByteBuffer part : parts(field)) {
            found.add(read(part));
        }
        return found;
    }

    private List<ByteBuffer> parts(int field) {
        return parts.getOrDefault(field, List.of());
    }
}
