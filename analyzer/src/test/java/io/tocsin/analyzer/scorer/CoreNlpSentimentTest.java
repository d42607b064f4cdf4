package io.tocsin.analyzer.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreNlpSentimentTest {
    private static final CoreNlpSentiment CORE_NLP = new CoreNlpSentiment();

    @Test
    void goodIsPositiveAndBadIsNegative() {
        assertThat(CORE_NLP.score("I love this phone.").positive()).isGreaterThan(0.6);
        assertThat(CORE_NLP.score("This is a terrible, awful film.").negative()).isGreaterThan(0.6);
        SentimentScores neither = CORE_NLP.score("I am at the station.");
        assertThat(neither.neutral()).isGreaterThan(Math.max(neither.negative(), neither.positive()));
    }

    @Test
    void sentencesCountByTheirLength() {
        String good = "I love this wonderful phone.";
        String bad = "Bad.";
        double alone = CORE_NLP.score(good).positive();
        double both = CORE_NLP.score(good + " " + bad).positive();
        double shortOne = CORE_NLP.score(bad).positive();
        assertThat(both).isCloseTo((6 * alone + 2 * shortOne) / 8, within(0.001));
    }

    @Test
    void manyThreadsGetTheSame() {
        List<String> texts = List.of("I love it.", "I hate it.");
        List<SentimentScores> alone = texts.stream().map(CORE_NLP::score).toList();
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .filter(i -> !CORE_NLP.score(texts.get(i % 2)).equals(alone.get(i % 2))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B"})
    void aTextWithoutAWordIsNeutral(String text) {
        assertThat(CORE_NLP.score(text)).isEqualTo(SentimentScores.NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😡", "a", "a ", "no. ", "!", "\uD83D", "\u202E", "<b>", "差"})
    void anyLengthOfAnythingIsBounded(String part) {
        SentimentScores scores = CORE_NLP.score(part.repeat(100_000 / part.length()));
        assertThat(scores.negative() + scores.neutral() + scores.positive()).isCloseTo(1, within(1e-9));
    }
}
