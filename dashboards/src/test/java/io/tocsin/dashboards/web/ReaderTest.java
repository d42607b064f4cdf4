package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.post.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReaderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now, 刚刚",
        "PT59S, just now, 刚刚",
        "PT1M, 1 minute ago, 1 分钟前",
        "PT59M59S, 59 minutes ago, 59 分钟前",
        "PT1H, 1 hour ago, 1 小时前",
        "PT47H59M, 47 hours ago, 47 小时前",
        "PT48H, 2 days ago, 2 天前",
        "P400D, 400 days ago, 400 天前",
        "PT-5S, in a moment, 马上",
        "PT-1M, in 1 minute, 1 分钟后",
        "PT-3H, in 3 hours, 3 小时后",
        "P-3D, in 3 days, 3 天后",
    })
    void howLongAgo(Duration ago, String english, String chinese) {
        assertThat(reader(Locale.ENGLISH).moment(NOON.minus(ago)).relative()).isEqualTo(english);
        assertThat(reader(Locale.CHINESE).moment(NOON.minus(ago)).relative()).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25T00:30:00Z, 2026-10-25 02:30", "2026-10-25T01:30:00Z, 2026-10-25 02:30"})
    void theExactTimeTellsApartTheHourThatComesTwice(Instant time, String absolute) {
        Moment moment = new Reader(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), NOON, messages()).moment(time);

        assertThat(moment.absolute()).isEqualTo(absolute);
        assertThat(moment.exact()).endsWith(time.equals(Instant.parse("2026-10-25T00:30:00Z")) ? "CEST" : "CET");
    }

    @ParameterizedTest
    @CsvSource({
        "      , 2 hours ago,       2026-03-01 10:00, 2 小时前",
        "MINUTE, 2 hours ago,       2026-03-01 10:00, 2 小时前",
        "HOUR  , about 2 hours ago, 2026-03-01 10:00, 约 2 小时前",
        "DAY   , about 2 hours ago, 2026-03-01,       约 2 小时前",
        "YEAR  , about 2 hours ago, 2026-03-01,       约 2 小时前",
    })
    void aTimeIsShownNoFinerThanItIsKnown(
            @Nullable Precision precision, String english, String absolute, String chinese) {
        Instant time = NOON.minus(Duration.ofHours(2));

        assertThat(reader(Locale.ENGLISH).moment(time, precision).relative()).isEqualTo(english);
        assertThat(reader(Locale.ENGLISH).moment(time, precision).absolute()).isEqualTo(absolute);
        assertThat(reader(Locale.CHINESE).moment(time, precision).relative()).isEqualTo(chinese);
    }

    private static Reader reader(Locale language) {
        return new Reader(language, ZoneId.of("UTC"), NOON, messages());
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("io/tocsin/dashboards/web/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
