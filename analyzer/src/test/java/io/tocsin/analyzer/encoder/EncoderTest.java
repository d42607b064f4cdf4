package io.tocsin.analyzer.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the models that are part of Tocsin. */
class EncoderTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "!", "😡", "退款", "\uD83D", "\u202E"})
    void everyTextGetsAsManyNumbers(String text) {
        for (String language : List.of("en", "zh")) {
            Encoding encoding = Encoder.of(language).encode(text.repeat(2_000));
            assertThat(encoding.features()).hasSize(Encoder.of(language).size());
            assertThat(IntStream.range(0, encoding.features().length).mapToDouble(i -> encoding.features()[i]))
                    .allMatch(Double::isFinite);
            assertThat(cosine(encoding, encoding)).isBetween(0.9999, 1.0001);
        }
    }

    @Test
    void likeMeaningIsNear() {
        Encoding refund = Encoder.of("en").encode("they refuse to give my money back");
        Encoding same = Encoder.of("en").encode("still no refund from them");
        Encoding other = Encoder.of("en").encode("the sunset over the lake was lovely");
        assertThat(cosine(refund, same)).isGreaterThan(cosine(refund, other));
        Encoding broken = Encoder.of("zh").encode("手机用了两天就坏了");
        Encoding alike = Encoder.of("zh").encode("刚买的电话没几天就不能用");
        Encoding spring = Encoder.of("zh").encode("公园里的樱花开得真美");
        assertThat(cosine(broken, alike)).isGreaterThan(cosine(broken, spring));
    }

    @Test
    void theSameTextGetsTheSameNumbersAmongOthersAndAlone() {
        float[] alone = Encoder.of("en").encode("no signal since Monday").features();
        assertThat(Stream.of("no signal since Monday", "a", "longer ".repeat(90), "no signal since Monday")
                        .parallel()
                        .map(text -> Encoder.of("en").encode(text).features())
                        .toList())
                .contains(alone);
    }

    @Test
    void whatIsInFocusTakesThePlaceOfTheMaximum() {
        float[] first = Encoder.of("en")
                .encode(Encoder.FOCUS + " lost what the others found")
                .features();
        float[] second = Encoder.of("en")
                .encode("the others found what " + Encoder.FOCUS + " lost")
                .features();
        assertThat(first).isNotEqualTo(second).hasSameSizeAs(second);
    }

    @Test
    void aLanguageWithoutEncoderIsRefused() {
        assertThatThrownBy(() -> Encoder.of("fr")).isInstanceOf(IllegalArgumentException.class);
    }

    private static double cosine(Encoding a, Encoding b) {
        return IntStream.range(0, a.vector().length)
                .mapToDouble(i -> a.vector()[i] * b.vector()[i])
                .sum();
    }
}
