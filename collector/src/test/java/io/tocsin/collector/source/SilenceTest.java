package io.tocsin.collector.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.Arrivals.Hour;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int FOUR_WEEKS = 4 * 168;

    @Test
    void aBusySourceThatStopsIsBlindAndSaysWhy() {
        List<Hour> hours = steady(FOUR_WEEKS, 20);
        Instant last = hours.getLast().last();

        assertThat(Silence.judge(hours, last.plus(Duration.ofMinutes(29)))).isInstanceOf(Silence.Usual.class);
        assertThat(Silence.judge(hours, last.plus(Duration.ofHours(3))))
                .isInstanceOfSatisfying(Silence.Blind.class, blind -> {
                    assertThat(blind.since()).isEqualTo(last);
                    assertThat(blind.expected()).isBetween(50.0, 70.0);
                    assertThat(blind.chance()).isLessThan(1e-6);
                    assertThat(blind.reason())
                            .startsWith("none of 57.8 expected posts has come; the chance of that is ");
                });
    }

    @Test
    void aSlowSourceMayBeSilentForLong() {
        List<Hour> hours = steady(FOUR_WEEKS, 0.2);
        Instant last = Instant.EPOCH;
        for (Hour hour : hours) {
            last = hour.posts() > 0 ? hour.last() : last;
        }

        assertThat(Silence.judge(hours, last.plus(Duration.ofHours(24)))).isInstanceOf(Silence.Usual.class);
        assertThat(Silence.judge(hours, last.plus(Duration.ofDays(10)))).isInstanceOf(Silence.Blind.class);
    }

    @Test
    void theNightIsQuietAndTheDayIsNot() {
        List<Hour> hours = rhythm(FOUR_WEEKS, start -> isNight(start) ? 0.01 : 10, new Random(1));
        Instant evening = lastPost(hours);

        assertThat(evening.toString()).startsWith("2026-03-29T21:");
        assertThat(Silence.judge(hours, Instant.parse("2026-03-30T06:00:00Z"))).isInstanceOf(Silence.Usual.class);
        assertThat(Silence.judge(hours, Instant.parse("2026-03-30T13:00:00Z"))).isInstanceOf(Silence.Blind.class);
    }

    @Test
    void theWeekendIsLearned() {
        List<Hour> hours = rhythm(
                8 * 168 - 48,
                start -> start.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() > 5 ? 0.01 : 5,
                new Random(2));
        Instant friday = lastPost(hours);

        assertThat(friday.atZone(ZoneOffset.UTC).getDayOfWeek().getValue()).isEqualTo(5);
        assertThat(Silence.judge(hours, friday.plus(Duration.ofHours(16)))).isInstanceOf(Silence.Usual.class);
        assertThat(Silence.judge(hours, friday.plus(Duration.ofHours(40)).plus(Duration.ofHours(24))))
                .isInstanceOf(Silence.Blind.class);
    }

    @Test
    void nothingIsSaidOfASourceThatIsHardlyKnown() {
        assertThat(Silence.judge(List.of(), MONDAY)).isInstanceOf(Silence.Unknown.class);
        List<Hour> twoDays = steady(48, 20);

        Silence early = Silence.judge(twoDays, twoDays.getLast().last().plus(Duration.ofDays(3)));

        assertThat(early).isInstanceOf(Silence.Unknown.class);
        assertThat(early.reason()).contains("in 47 hours");
    }

    @Test
    void aSourceThatComesInBurstsIsGivenMoreTime() {
        List<Hour> even = rhythm(FOUR_WEEKS, start -> 4, new Random(3));
        List<Hour> bursts =
                rhythm(FOUR_WEEKS, start -> start.getEpochSecond() / 3600 % 5 == 0 ? 20 : 0.01, new Random(3));

        assertThat(blindAfter(bursts)).isGreaterThan(blindAfter(even));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noFalseAlarmInHalfAYearOfListening(long seed) {
        Random random = new Random(seed);
        double level = Math.exp(random.nextGaussian());
        List<Hour> all = rhythm(26 * 168, start -> level * (isNight(start) ? 0.2 : 1.5), random);

        for (int known = 168; known < all.size(); known += 3) {
            List<Hour> past = all.subList(Math.max(0, known - 8 * 168), known);
            Instant now = past.getLast().start().plus(Duration.ofHours(1));
            assertThat(Silence.judge(past, now)).as("at %s", now).isNotInstanceOf(Silence.Blind.class);
        }
    }

    private static Duration blindAfter(List<Hour> hours) {
        Instant last = lastPost(hours);
        Duration silence = Duration.ofMinutes(30);
        while (!(Silence.judge(hours, last.plus(silence)) instanceof Silence.Blind)) {
            silence = silence.plusMinutes(30);
        }
        return silence;
    }

    private static boolean isNight(Instant start) {
        int hour = start.atZone(ZoneOffset.UTC).getHour();
        return hour < 7 || hour >= 22;
    }

    private static Instant lastPost(List<Hour> hours) {
        return hours.stream()
                .filter(hour -> hour.posts() > 0)
                .reduce((one, later) -> later)
                .orElseThrow()
                .last();
    }

    private static List<Hour> steady(int hours, double mean) {
        return rhythm(hours, start -> mean, new Random(1));
    }

    /** Poisson counts around a mean; the last post of an hour comes a minute before its end. */
    private static List<Hour> rhythm(int count, ToDoubleFunction<Instant> mean, Random random) {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant start = MONDAY.plus(Duration.ofHours(i));
            long posts = poisson(mean.applyAsDouble(start), random);
            hours.add(new Hour(start, posts, posts > 0 ? start.plus(Duration.ofMinutes(59)) : start));
        }
        return hours;
    }

    private static long poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        long count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
