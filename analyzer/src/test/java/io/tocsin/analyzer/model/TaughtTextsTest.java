package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaughtTextsTest {
    private static final List<String> TAUGHT = IntStream.range(0, 2_000)
            .mapToObj(i -> "taught " + Integer.toString(i, 36))
            .toList();

    @Test
    void everyTaughtTextIsKnownAndFewOthersAre() {
        TaughtTexts texts = TaughtTexts.of(TAUGHT);
        assertThat(TAUGHT).allMatch(texts::has);
        long taken = IntStream.range(0, 10_000)
                .mapToObj(i -> "never seen " + Integer.toString(i * 7, 36))
                .filter(texts::has)
                .count();
        assertThat(taken).isLessThan(400);
    }

    @Test
    void aTextThatReadsTheSameIsTheSame() {
        assertThat(TaughtTexts.of(List.of("@anna where is my Parcel http://a.example/1"))
                        .has("@bob where is my parcel http://b.example/2"))
                .isTrue();
    }

    @Test
    void noTextsAreKnownToNobody() {
        assertThat(TaughtTexts.of(List.of()).has("a")).isFalse();
    }

    @Test
    void whatWasWrittenOneAfterTheOtherIsReadBack() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TaughtTexts.of(List.of("one")).write(file);
        TaughtTexts.of(List.of("two")).write(file);
        List<TaughtTexts> all = TaughtTexts.read(new ByteArrayInputStream(file.toByteArray()));
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().has("one")).isTrue();
        assertThat(all.getLast().has("two")).isTrue();
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> TaughtTexts.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train again");
    }
}
