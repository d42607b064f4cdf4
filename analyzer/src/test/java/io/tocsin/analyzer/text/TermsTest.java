package io.tocsin.analyzer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
    private static final Terms<Integer> TERMS =
            new Terms<>(Map.of("爱可美", 1, "可美手机", 2, "Acme", 3, "acme pro", 4, "X1", 5));

    @ParameterizedTest
    @CsvSource({
        "我的爱可美手机坏了, 爱可美",
        "可美手机呢, 可美手机",
        "ACME 和爱可美, ACME 爱可美",
        "my acme pro died, acme pro",
        "acme profit rises, acme",
        "acmes and pacme and acme1 and acmé, ''",
        "买了acme的x1手机, acme x1",
        "x12 x1x, ''"
    })
    void theLeftmostLongestTermsAreFound(String text, String found) {
        List<String> terms = TERMS.find(text).stream()
                .map(match -> text.substring(match.begin(), match.end()))
                .toList();
        assertThat(String.join(" ", terms)).isEqualTo(found);
    }

    @Test
    void aMatchKnowsItsTerm() {
        assertThat(TERMS.find("AcMe PrO!")).containsExactly(new Terms.Match<>(0, 8, 4));
    }

    @Test
    void noTermIsNeverFound() {
        assertThat(new Terms<>(Map.of()).find("acme")).isEmpty();
        assertThat(new Terms<>(Map.of("", 1)).find("acme")).isEmpty();
        assertThat(TERMS.find("")).isEmpty();
    }

    @Test
    void whatIsFoundStandsThereAndDoesNotOverlap() {
        Random random = new Random(5);
        String letters = "爱可美手机acme x1Pro\uD83D\u0130\u200B";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            int free = 0;
            for (Terms.Match<Integer> match : TERMS.find(text.toString())) {
                assertThat(match.begin()).isGreaterThanOrEqualTo(free);
                assertThat(text.substring(match.begin(), match.end()).toLowerCase(java.util.Locale.ROOT))
                        .isIn("爱可美", "可美手机", "acme", "acme pro", "x1");
                free = match.end();
            }
        }
    }
}
