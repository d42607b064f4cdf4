package io.tocsin.analyzer.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundedTest {

    @Test
    void everyColumnHasAScaleOfItsOwn() {
        Rounded rounded = Rounded.of(Tensor.of(3, new float[] {64, 0.5f, 0, -32, -0.25f, 0}));
        assertThat(rounded.bytes()).containsExactly(64, 64, 0, -32, -32, 0);
        assertThat(rounded.scale().values()).containsExactly(1, 0.5f / 64, 1);
        assertThat(rounded.exact().values()).containsExactly(64, 0.5f, 0, -32, -0.25f, 0);
    }

    @Test
    void nothingIsFurtherOffThanHalfAStep() {
        Random random = new Random(7);
        float[] values = new float[50 * 20];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Rounded rounded = Rounded.of(Tensor.of(20, values));
        float[] again = rounded.exact().values();
        for (int i = 0; i < values.length; i++) {
            assertThat(again[i]).isCloseTo(values[i], within(rounded.scale().values()[i % 20] * 0.501f));
        }
    }

    @Test
    void bytesWithoutSignCountFromTheirZero() {
        Rounded rounded = new Rounded(2, new byte[] {(byte) 128, (byte) 255, 0, 127}, false, Tensor.vector(0.5f), 128);
        assertThat(rounded.exact().values()).containsExactly(0, 63.5f, -64, -0.5f);
        assertThat(rounded.rows()).isEqualTo(2);
    }

    @Test
    void tensorsAreJoinedSideBySide() {
        Tensor left = Tensor.of(2, new float[] {1, 2, 3, 4});
        Tensor right = Tensor.of(1, new float[] {5, 6});
        assertThat(Tensor.beside(left, right).values()).containsExactly(1, 2, 5, 3, 4, 6);
        assertThat(left.plus(Tensor.vector(10, 20)).values()).containsExactly(11, 22, 13, 24);
        assertThat(left.first(1).values()).containsExactly(1, 2);
    }

    @Test
    void numbersThatDoNotFillTheirRowsAreRefused() {
        assertThatThrownBy(() -> Tensor.of(2, new float[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
