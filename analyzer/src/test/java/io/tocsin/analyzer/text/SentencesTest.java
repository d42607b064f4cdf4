package io.tocsin.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @Test
    void englishIsCutIntoSentencesAndTokens() {
        var sentences = Sentences.of("Dr. Smith's phone died at 5 p.m. today. I don't know why!\nHelp", "en");
        assertThat(sentences)
                .extracting(Sentence::text)
                .containsExactly("Dr. Smith's phone died at 5 p.m. today.", "I don't know why!", "Help");
        assertThat(sentences.get(1).tokens()).containsExactly("i", "do", "n't", "know", "why", "!");
    }

    @Test
    void chineseIsCutByItsPunctuation() {
        var sentences = Sentences.of("宽带又断了！客服不接电话。。。\n我要退款", "zh");
        assertThat(sentences).extracting(Sentence::text).containsExactly("宽带又断了！", "客服不接电话。。。", "我要退款");
        assertThat(sentences.get(2).tokens()).containsExactly("我", "要", "退", "款");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "\u200B", "。。。"})
    void noWordIsNoSentence(String text) {
        assertThat(Sentences.of(text, "zh")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "und"})
    void hostileTextIsCutToo(String language) {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(Sentences.of(text.toString(), language))
                    .allSatisfy(s -> assertThat(text).contains(s.text()))
                    .allSatisfy(s -> assertThat(s.tokens()).isNotEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "啊", "!", "\uD83D", "\u200B", "<", "http://", "a.", "'", "@"})
    void aVeryLongTextIsCutAtItsBeginning(String part) {
        String text = part.repeat(100_000 / part.length());
        for (String language : List.of("en", "zh")) {
            int length = Sentences.of(text, language).stream()
                    .mapToInt(s -> s.text().length())
                    .sum();
            assertThat(length).isLessThanOrEqualTo(Sentences.LONGEST_TEXT);
        }
    }
}
