package io.tocsin.analyzer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.analysis.SeveritySigns.Found;
import io.tocsin.analyzer.text.Sentences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeveritySignsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 3 | The router caught fire | caught fire",
                "en | 3 | It EXPLODED in my hand | exploded",
                "en | 3 | two people were injured | injured",
                "en | 3 | not only did it catch fire | catch fire",
                "en | 3 | six hours in A&E because of your pie | a&e",
                "en | 3 | my chin needed nine stitches | stitches",
                "en | 3 | no reply, so my lawyer will write | lawyer",
                "en | 2 | it stopped working | stopped working",
                "en | 2 | it doesn't work | doesn't work",
                "en | 2 | they give no refund | refund",
                "zh | 3 | 路由器起火了 | 起火",
                "zh | 3 | 没想到半夜起火 | 起火",
                "zh | 3 | 我要去12315投诉 | 12315",
                "zh | 3 | 是不是漏电了 | 漏电",
                "zh | 3 | 在ICU躺了十一天 | icu",
                "zh | 3 | 额头缝了五针 | 缝了",
                "zh | 2 | 不给退款 | 退款",
                "zh | 2 | 宽带又断网了 | 断网"
            })
    void aSignIsFoundAsItStands(String language, int level, String text, String words) {
        assertThat(signs(text, language)).contains(new Found(words, level));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | no one was hurt",
                "en | nobody was injured",
                "en | it never exploded",
                "zh | 没有人员受伤",
                "zh | 没受伤",
                "zh | 没有造成人员受伤",
                "zh | 不会爆炸",
                "zh | 幸好未着火"
            })
    void whatIsDeniedIsNoDanger(String language, String text) {
        assertThat(signs(text, language)).noneMatch(found -> found.level() == 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the fireworks were nice", "I was fired", "courteous staff"})
    void aPartOfAWordIsNoSign(String text) {
        assertThat(signs(text, "en")).isEmpty();
    }

    @Test
    void aPartOfAnotherExpressionIsNoSign() {
        assertThat(signs("登机后被告知换机型", "zh")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void noSignIsListedTwice(String language) {
        assertThat(PhraseFile.read("severity-" + language + ".txt", language).values())
                .allSatisfy(section -> assertThat(section).doesNotHaveDuplicates());
    }

    @Test
    void aLanguageWithoutAListHasNoSigns() {
        assertThat(signs("fuego explosion", "es")).isEmpty();
    }

    @Test
    void theWorstSignDecides() {
        Complaint complaint = Judgement.complaint(0.9, List.of());
        List<Found> signs = List.of(new Found("断网", 2), new Found("起火", 3), new Found("起火", 3));
        assertThat(Judgement.severity(complaint, 1, signs)).isEqualTo(new Severity(3, List.of("起火")));
        assertThat(Judgement.severity(complaint, 1, List.of())).isEqualTo(new Severity(1, List.of()));
        assertThat(Judgement.severity(Complaint.NONE, 3, signs)).isEqualTo(Severity.NONE);
    }

    @Test
    void aSignOfDangerAsksForLessCertainty() {
        List<Found> danger = List.of(new Found("起火", 3));
        List<Found> loss = List.of(new Found("断网", 2));
        assertThat(Judgement.complaint(0.5, List.of()).label()).isTrue();
        assertThat(Judgement.complaint(0.49, loss).label()).isFalse();
        assertThat(Judgement.complaint(0.15, danger).label()).isTrue();
        assertThat(Judgement.complaint(0.14, danger).label()).isFalse();
    }

    private static List<Found> signs(String text, String language) {
        return SeveritySigns.in(Sentences.of(text, language), language);
    }
}
