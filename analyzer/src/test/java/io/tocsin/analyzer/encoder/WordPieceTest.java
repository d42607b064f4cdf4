package io.tocsin.analyzer.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTest {
    private static final List<String> VOCABULARY = List.of(
            "[UNK]", "[CLS]", "[SEP]", "[MASK]", "play", "##ing", "##ed", "cafe", "!", ",", "退", "款", "it", "'", "s");

    private final WordPiece words = words(VOCABULARY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "playing played | play ##ing play ##ed",
                "PLAY, play! | play , play !",
                "Café | cafe",
                "it's | it ' s",
                "退款play | 退 款 play",
                "playful | [UNK]",
                "play\u200Bing | play ##ing",
                "\uE000 played | [MASK] play ##ed",
                "play\uE000ed | play [MASK] [UNK]",
                "\uD83D play | play"
            })
    void aTextIsCutIntoTheLongestPiecesThereAre(String text, String pieces) {
        assertThat(cut(text, 20)).isEqualTo("[CLS] " + pieces + " [SEP]");
    }

    @Test
    void whatStandsLaterIsLeftOut() {
        assertThat(cut("play ".repeat(100), 5)).isEqualTo("[CLS] play play play [SEP]");
        assertThat(cut("playing ".repeat(100), 4)).isEqualTo("[CLS] play ##ing [SEP]");
    }

    @Test
    void noTextIsTheTwoMarks() {
        assertThat(cut("", 20)).isEqualTo("[CLS] [SEP]");
    }

    @Test
    void hostileTextIsCutWithinBounds() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(500); i > 0; i--) {
                text.append((char) random.nextInt(0x10000));
            }
            long[] pieces = words.pieces(text.toString(), 16);
            assertThat(pieces.length).isBetween(2, 16);
            assertThat(Arrays.stream(pieces)).allMatch(piece -> piece >= 0 && piece < VOCABULARY.size());
        }
    }

    @Test
    void aVocabularyWithoutItsMarksIsRefused() {
        assertThatThrownBy(() -> WordPiece.read(json(List.of("[UNK]", "[CLS]", "[SEP]"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("[MASK]");
    }

    private String cut(String text, int most) {
        return Arrays.stream(words.pieces(text, most))
                .mapToObj(piece -> VOCABULARY.get((int) piece))
                .collect(Collectors.joining(" "));
    }

    private static WordPiece words(List<String> vocabulary) {
        try {
            return WordPiece.read(json(vocabulary));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ByteArrayInputStream json(List<String> vocabulary) {
        String entries = IntStream.range(0, vocabulary.size())
                .mapToObj(i -> "\"" + vocabulary.get(i) + "\":" + i)
                .collect(Collectors.joining(","));
        return new ByteArrayInputStream(("{\"model\":{\"vocab\":{" + entries + "}}}").getBytes(StandardCharsets.UTF_8));
    }
}
