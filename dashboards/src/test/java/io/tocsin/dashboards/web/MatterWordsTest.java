package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.analysis.Ask;
import io.tocsin.analyzer.analysis.Harm;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the analysis finds has a word in both languages. */
class MatterWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyHarmAndEveryAskHasAWord(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "io.tocsin.dashboards.web.messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Stream<String> harms = Stream.of(Harm.values()).map(harm -> "harm." + harm.word());
        Stream<String> asks =
                Stream.of(Ask.values()).filter(ask -> ask != Ask.NONE).map(ask -> "ask." + ask.word());
        assertThat(Stream.concat(harms, asks))
                .allSatisfy(key -> assertThat(words.getString(key)).isNotBlank());
    }
}
