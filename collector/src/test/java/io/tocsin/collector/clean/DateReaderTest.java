package io.tocsin.collector.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.post.Precision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    /** 20:30 in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final DateReader dates = new DateReader(SHANGHAI, NOW);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-03-09T08:00:00+08:00;   2026-03-09T00:00:00Z",
                "2026-03-09T08:00:00.123Z;    2026-03-09T08:00:00.123Z",
                "2026-03-09T08:00:00+0100;    2026-03-09T07:00:00Z",
                "Mon, 09 Mar 2026 08:00:00 GMT; 2026-03-09T08:00:00Z",
                "1773043200;                  2026-03-09T08:00:00Z",
                "1773043200123;               2026-03-09T08:00:00.123Z",
                "2026-3-9 08:05;              2026-03-09T00:05:00Z",
                "2026-3-9 08:05:07;           2026-03-09T00:05:07Z",
                "2026/03/09 08:05;            2026-03-09T00:05:00Z",
                "发表于 2026-3-9 08:05:07;      2026-03-09T00:05:07Z",
                "2026年3月9日 08:05;            2026-03-09T00:05:00Z",
                "2026-3-9;                    2026-03-08T16:00:00Z",
                "03-09-2026, 08:05 PM;        2026-03-09T12:05:00Z",
                "03-09-2026, 12:05 AM;        2026-03-08T16:05:00Z",
                "Mon Mar 09, 2026 8:05 pm;    2026-03-09T12:05:00Z",
                "March 9th, 2026 at 08:05;    2026-03-09T00:05:00Z",
                "Sept 9, 2025;                2025-09-08T16:00:00Z",
                "9 Mar 2026, 08:05;           2026-03-09T00:05:00Z",
                "3-9 08:05;                   2026-03-09T00:05:00Z",
                "3月9日 08:05;                 2026-03-09T00:05:00Z",
                "12-31 23:00;                 2025-12-31T15:00:00Z",
                "今天 08:05;                   2026-03-10T00:05:00Z",
                "昨天 08:05;                   2026-03-09T00:05:00Z",
                "前天 08:05;                   2026-03-08T00:05:00Z",
                "Yesterday, 10:15 AM;         2026-03-09T02:15:00Z",
                "Today at 1:02 pm;            2026-03-10T05:02:00Z",
                "刚刚;                         2026-03-10T12:30:00Z",
                "just now;                    2026-03-10T12:30:00Z",
                "30 秒前;                      2026-03-10T12:29:30Z",
                "3 分钟前;                     2026-03-10T12:27:00Z",
                "半小时前;                     2026-03-10T12:00:00Z",
                "2小时前;                      2026-03-10T10:30:00Z",
                "3天前;                        2026-03-07T12:30:00Z",
                "2个月前;                      2026-01-10T12:30:00Z",
                "2 hours ago;                 2026-03-10T10:30:00Z",
                "3 Minutes Ago;               2026-03-10T12:27:00Z",
                "an hour ago;                 2026-03-10T11:30:00Z",
                "5 mins ago;                  2026-03-10T12:25:00Z",
                "Less than 1 minute ago;      2026-03-10T12:29:00Z",
            })
    void readsWhatForumsWrite(String text, String expected) {
        assertThat(dates.read(text)).map(Dated::at).contains(Instant.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "exact",
            value = {
                "2026-03-09T08:00:00+08:00; exact",
                "2026-03-09T08:00Z;         MINUTE",
                "1773043200;                exact",
                "2026-3-9 08:05:07;         exact",
                "2026-3-9 08:05;            MINUTE",
                "2026-3-9;                  DAY",
                "March 9th, 2026;           DAY",
                "12-31 23:00;               MINUTE",
                "昨天 12:30;                 MINUTE",
                "昨天;                       DAY",
                "刚刚;                       MINUTE",
                "30 秒前;                    exact",
                "3分钟前;                    MINUTE",
                "半小时前;                    HOUR",
                "2 hours ago;               HOUR",
                "3天前;                      DAY",
                "a week ago;                WEEK",
                "2个月前;                    MONTH",
                "1 year ago;                YEAR",
            })
    void knowsHowExactItIs(String text, @Nullable Precision precision) {
        assertThat(dates.read(text)).map(Dated::precision).isEqualTo(Optional.ofNullable(precision));
    }

    @Test
    void aNonBreakingSpaceIsASpace() {
        assertThat(dates.read("3\u00a0分钟前")).map(Dated::at).contains(NOW.minusSeconds(180));
        assertThat(dates.read("昨天\u00a012:30")).map(Dated::at).contains(Instant.parse("2026-03-09T04:30:00Z"));
    }

    @Test
    void aTimeWithoutAYearIsNeverInTheFuture() {
        DateReader newYear = new DateReader(SHANGHAI, Instant.parse("2026-01-01T01:00:00Z"));

        assertThat(newYear.read("12-31 23:59")).map(Dated::at).contains(Instant.parse("2025-12-31T15:59:00Z"));
        assertThat(newYear.read("01-01 08:59")).map(Dated::at).contains(Instant.parse("2026-01-01T00:59:00Z"));
    }

    @Test
    void yesterdayIsADayOfTheCalendarEvenWhenItHadTwentyThreeHours() {
        DateReader berlin = new DateReader(ZoneId.of("Europe/Berlin"), Instant.parse("2026-03-30T00:30:00Z"));

        assertThat(berlin.read("昨天 12:00")).map(Dated::at).contains(Instant.parse("2026-03-29T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no time", "2026-13-40 08:00", "25:99", "2026-2-30", "999999999999999999 days ago"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(dates.read(text)).isEmpty();
    }
}
