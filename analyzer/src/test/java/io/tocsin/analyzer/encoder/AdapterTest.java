package io.tocsin.analyzer.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.analyzer.encoder.Adapter.LowRank;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterTest {
    private static final String MATRIX = EncoderWeights.inLayer(4, "attention.self.query.weight");
    private static final String VECTOR = EncoderWeights.inLayer(4, "output.LayerNorm.bias");
    private static final int WIDTH = 512;
    private static final EncoderWeights WEIGHTS = Pretrained.ZH.weights();

    private static final Adapter ADAPTER = new Adapter(
            Map.of(MATRIX, new LowRank(random(2, WIDTH), random(WIDTH, 2))), Map.of(VECTOR, random(WIDTH, 1)));

    /** @param columns of as many rows as fill them */
    private static Tensor random(int columns, int rows) {
        float[] values = new float[columns * rows];
        Random random = new Random(columns);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(columns, values);
    }

    @Test
    void aMatrixGetsAProductAddedAndAVectorIsReplaced() throws IOException {
        EncoderWeights adapted = ADAPTER.adapted(WEIGHTS);

        LowRank change = in(ADAPTER.added(), MATRIX);
        float first = change.down().values()[0] * change.up().values()[0]
                + change.down().values()[1] * change.up().values()[WIDTH];
        assertThat(adapted.tensor(MATRIX).values()[0] - WEIGHTS.tensor(MATRIX).values()[0])
                .isCloseTo(first, within(1e-4f));
        assertThat(adapted.tensor(VECTOR).values())
                .isEqualTo(in(ADAPTER.replaced(), VECTOR).values());
        String untouched = EncoderWeights.inLayer(4, "attention.self.key.weight");
        assertThat(adapted.tensor(untouched).values())
                .isEqualTo(WEIGHTS.tensor(untouched).values());
    }

    @Test
    void whatIsWrittenIsReadAgainNearlyAsItWas() throws IOException {
        Adapter read = Adapter.read(new ByteArrayInputStream(bytes()));

        assertThat(in(read.replaced(), VECTOR).values())
                .isEqualTo(in(ADAPTER.replaced(), VECTOR).values());
        float[] before = in(ADAPTER.added(), MATRIX).down().values();
        float[] after = in(read.added(), MATRIX).down().values();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(0.05f));
        }
    }

    @Test
    void whatAnotherEncoderLearntIsRefused() {
        Adapter narrow = new Adapter(
                Map.of(MATRIX, new LowRank(random(2, 384), random(384, 2))), Map.of(VECTOR, random(WIDTH, 1)));
        assertThatThrownBy(() -> narrow.adapted(WEIGHTS))
                .isInstanceOf(IOException.class)
                .hasMessage(MATRIX + " has 512 x 512 numbers in the encoder and 384 x 384 in what it learnt");
        Adapter deep =
                new Adapter(Map.of(), Map.of(EncoderWeights.inLayer(9, "output.LayerNorm.bias"), random(WIDTH, 1)));
        assertThatThrownBy(() -> deep.adapted(WEIGHTS)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 700})
    void whatIsCutOffIsRefused(int length) throws IOException {
        byte[] cut = Arrays.copyOf(bytes(), length);
        assertThatThrownBy(() -> Adapter.read(new ByteArrayInputStream(cut)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void whatIsNoneIsRefused() {
        assertThatThrownBy(() ->
                        Adapter.read(new ByteArrayInputStream("no adapter at all".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    private static <T> T in(Map<String, T> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    private static byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ADAPTER.write(bytes);
        return bytes.toByteArray();
    }
}
