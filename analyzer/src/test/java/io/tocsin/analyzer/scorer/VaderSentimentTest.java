package io.tocsin.analyzer.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaderSentimentTest {
    private static final VaderSentiment VADER = new VaderSentiment();

    /** The examples of VADER's own README with what it prints for them, but those whose rules came after the paper: emoji, and "But" with a capital. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.8316 | VADER is smart, handsome, and funny.",
                "0.8439 | VADER is smart, handsome, and funny!",
                "0.8545 | VADER is very smart, handsome, and funny.",
                "0.9227 | VADER is VERY SMART, handsome, and FUNNY.",
                "0.9342 | VADER is VERY SMART, handsome, and FUNNY!!!",
                "0.9469 | VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!",
                "-0.7424 | VADER is not smart, handsome, nor funny.",
                "0.4404 | The book was good.",
                "0.431 | At least it isn't a horrible book.",
                "0.3832 | The book was only kind of good.",
                "-0.7042 | The plot was good, but the characters are uncompelling and the dialog is not great.",
                "-0.5461 | Today SUX!",
                "0.8633 | Make sure you :) or :D today!"
            })
    void theExamplesOfItsAuthorsComeOutTheSame(double compound, String text) {
        assertThat(VADER.compound(text)).isCloseTo(compound, within(0.00005));
    }

    /** Rules that the examples leave out; the numbers are those of the npm package vader-sentiment 1.1.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.7279 | It was never so good",
                "0.5777 | It was never this very good",
                "0.5777 | I have never seen so good a show",
                "-0.4379 | This is so not very good",
                "-0.3412 | They are least good of all",
                "-0.3412 | Least good",
                "0.4404 | At least good",
                "0.4902 | The very least good",
                "0.8402 | You are really the shit friend",
                "0.8402 | That was the bomb party",
                "0.6124 | It is a real bad ass car",
                "0.8126 | Oh well, yeah right, great",
                "0.802 | It sure does cut the mustard nicely",
                "0.3832 | It was just enough good",
                "0.7165 | A sort of very nice good day",
                "0.3862 | It was hardly ever good",
                "0.504 | Is it good??",
                "0.533 | Is it good???",
                "0 | Is it bad?????",
                "0 | Good!!!!!!!",
                "-0.5023 | I like it BUT it is awful",
                "0.6249 | EVERYTHING IS GREAT",
                "0.7034 | everything is GREAT",
                "-0.6732 | it was EXTREMELY bad",
                "-0.4494 | not GOOD",
                "0.431 | isn't it bad",
                "-0.0762 | without any doubt good",
                "-0.5423 | good... bad",
                "-0.3412 | rarely good",
                "-0.5423 | kind of bad",
                "-0.6597 | so-so :-( :("
            })
    void everyRuleComesOutAsInOtherImplementations(double compound, String text) {
        assertThat(VADER.compound(text)).isCloseTo(compound, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"POSITIVE, I love it", "NEGATIVE, I hate it", "NEUTRAL, It is a table", "NEUTRAL, ''"})
    void theCompoundScoreDecides(String decision, String text) {
        SentimentScores expected = switch (decision) {
            case "POSITIVE" -> SentimentScores.POSITIVE;
            case "NEGATIVE" -> SentimentScores.NEGATIVE;
            default -> SentimentScores.NEUTRAL;
        };
        assertThat(VADER.score(text)).isEqualTo(expected);
    }

    @Test
    void hostileTextIsScored() {
        Random random = new Random(4);
        String[] pieces = {"good", "BAD", "but", "never", "so", "!", "?", ":)", " ", "least", "n't", "\uD83D", "\u200B"
        };
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            assertThat(VADER.compound(text.toString())).isBetween(-1.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "😡", "a", "good ", "not ", "!", "\uD83D", "\u202E", "the shit "})
    void anyLengthOfAnythingIsBounded(String part) {
        assertThat(VADER.compound(part.repeat(100_000 / Math.max(1, part.length()))))
                .isBetween(-1.0, 1.0);
    }
}
