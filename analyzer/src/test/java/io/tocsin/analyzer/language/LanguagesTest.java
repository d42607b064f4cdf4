package io.tocsin.analyzer.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | My phone is broken and nobody helps",
                "en | thanks!",
                "en | @acme @other great service 😀 https://acme.example/今天",
                "en | Just bought a 小米 phone and I love it so much",
                "en | I ate a crème brûlée at the café",
                "zh | 今天天气真好",
                "zh | 今天天氣真好，電話壞了",
                "zh | iPhone 15 Pro Max 发热",
                "zh | 这个App太垃圾了 https://acme.example/the/and/you",
                "zh | 優の良品真不错",
                "ja | 今日は天気がいいですね",
                "ja | ソニーのカメラ",
                "ko | 오늘 날씨가 좋네요",
                "ru | Сегодня хорошая погода",
                "ar | الطقس جميل اليوم",
                "he | מזג האוויר יפה היום",
                "el | Ο καιρός είναι καλός σήμερα",
                "th | วันนี้อากาศดี",
                "hi | आज मौसम अच्छा है",
                "es | El servicio es muy malo y no me contestan",
                "fr | Le service est très mauvais et je ne suis pas content",
                "de | Der Service ist sehr schlecht und ich bin nicht zufrieden",
                "pt | O serviço é muito ruim e não respondem",
                "it | Il servizio è molto cattivo e non rispondono",
                "nl | De service is erg slecht en ik ben niet blij",
                "id | Layanan ini tidak bagus dan saya kecewa",
                "tr | Bu hizmet çok kötü ve hiç iyi değil",
                "pl | To jest bardzo zła obsługa i nie ma pomocy"
            })
    void theLanguageIsTold(String language, String text) {
        assertThat(Languages.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "😀😀",
                "12345 !!!",
                "https://acme.example/the/and/you",
                "@you @the",
                "Xqzt brvlk",
                "\uD83D",
                "Lorem ipsum dolor amet consectetur",
                "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ"
            })
    void withoutEvidenceItIsUnknown(String text) {
        assertThat(Languages.of(text)).isEqualTo(Languages.UNKNOWN);
    }

    @Test
    void hostileTextHasALanguageToo() {
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(Languages.of(text.toString())).matches("[a-z]{2,3}");
        }
        assertThat(Languages.of("啊".repeat(100_000))).isEqualTo("zh");
        assertThat(Languages.of("@".repeat(100_000))).isEqualTo("und");
    }
}
