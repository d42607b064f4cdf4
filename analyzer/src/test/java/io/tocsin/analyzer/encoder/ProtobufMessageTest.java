package io.tocsin.analyzer.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProtobufMessageTest {

    @Test
    void whatIsWrittenIsRead() throws IOException {
        ProtobufWriter inner = new ProtobufWriter().text(2, "茶").text(2, "tea").real(4, 1.5f);
        byte[] written = new ProtobufWriter()
                .number(1, 300)
                .number(20, -1)
                .message(7, inner)
                .bytes(4, ProtobufWriter.floats(1, 2))
                .toByteArray();
        ProtobufMessage read = ProtobufMessage.read(ByteBuffer.wrap(written));
        assertThat(read.number(1)).isEqualTo(300);
        assertThat(read.number(20)).isEqualTo(-1);
        assertThat(read.number(3)).isZero();
        assertThat(read.floats(4)).containsExactly(1, 2);
        assertThat(read.messages(7)).hasSize(1);
        assertThat(read.messages(7).getFirst().texts(2)).containsExactly("茶", "tea");
        assertThat(read.messages(7).getFirst().text(2)).isEqualTo("tea");
        assertThat(read.messages(7).getFirst().floats(4)).containsExactly(1.5f);
    }

    /** The example of the specification for packed fields, and the same numbers one by one. */
    @Test
    void numbersMayBePacked() throws IOException {
        byte[] packed = {0x32, 0x06, 0x03, (byte) 0x8e, 0x02, (byte) 0x9e, (byte) 0xa7, 0x05};
        byte[] single = new ProtobufWriter()
                .number(6, 3)
                .number(6, 270)
                .number(6, 86_942)
                .toByteArray();
        for (byte[] bytes : new byte[][] {packed, single}) {
            assertThat(ProtobufMessage.read(ByteBuffer.wrap(bytes)).numbers(6)).containsExactly(3L, 270L, 86_942L);
        }
    }

    @Test
    void aMessageCutOffIsRefused() {
        byte[] whole = new ProtobufWriter().text(1, "parcel").toByteArray();
        for (int length = 1; length < whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ProtobufMessage.read(part)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void hostileBytesAreReadOrRefused() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                int found =
                        ProtobufMessage.read(ByteBuffer.wrap(bytes)).numbers(1).size();
                assertThat(found).isBetween(0, bytes.length);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("Protocol Buffers");
            }
        }
    }
}
