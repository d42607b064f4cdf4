package io.tocsin.collector.source;

import io.tocsin.collector.source.Arrivals.Hour;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * How many posts a source gives in each hour of the week: a negative binomial, whose mean follows the hour.
 *
 * <p>The mean of an hour of the week is drawn to that of the hour of the day, and this to that of all hours, as if that
 * had been seen {@link #WEIGHT} times: with few weeks each hour of the week was seen a few times only. The excess of the
 * variance over a Poisson's is estimated by moments (Cameron and Trivedi, Regression Analysis of Count Data, 3.3).
 *
 * @param ofWeek expected posts for each of the 168 hours of the week, from Monday 0:00 UTC
 * @param excess alpha in {@code variance = mean + alpha * mean^2}; 0 is a Poisson
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rhythm(double[] ofWeek, double excess) {
    private static final int HOURS_OF_DAY = 24;
    private static final int HOURS_OF_WEEK = 168;
    private static final double WEIGHT = 2;
    /** One burst in a short history says little about the next silence. */
    private static final double MOST_EXCESS = 1;

    static Rhythm of(List<Hour> hours) {
        double overall = hours.stream().mapToLong(Hour::posts).average().orElse(0);
        double[] day = means(hours, HOURS_OF_DAY, filled(HOURS_OF_DAY, overall));
        double[] prior = new double[HOURS_OF_WEEK];
        for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
            prior[hour] = day[hour % HOURS_OF_DAY];
        }
        double[] week = means(hours, HOURS_OF_WEEK, prior);
        return new Rhythm(week, excess(hours, week));
    }

    /** Expected posts in the whole hour that this time is in. */
    double mean(Instant time) {
        return ofWeek[hourOfWeek(time)];
    }

    /** The logarithm of the chance that none comes where so many are expected. */
    double logChanceOfNone(double expected) {
        return excess == 0 ? -expected : -Math.log1p(excess * expected) / excess;
    }

    private static double[] means(List<Hour> hours, int cycle, double[] prior) {
        double[] sum = new double[cycle];
        double[] count = new double[cycle];
        for (Hour hour : hours) {
            int place = hourOfWeek(hour.start()) % cycle;
            sum[place] += hour.posts();
            count[place]++;
        }
        double[] means = new double[cycle];
        for (int place = 0; place < cycle; place++) {
            means[place] = (sum[place] + WEIGHT * prior[place]) / (count[place] + WEIGHT);
        }
        return means;
    }

    private static double excess(List<Hour> hours, double[] week) {
        double surplus = 0;
        double squares = 0;
        for (Hour hour : hours) {
            double mean = week[hourOfWeek(hour.start())];
            surplus += (hour.posts() - mean) * (hour.posts() - mean) - mean;
            squares += mean * mean;
        }
        return squares == 0 ? 0 : Math.clamp(surplus / squares, 0, MOST_EXCESS);
    }

    private static int hourOfWeek(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return (utc.getDayOfWeek().getValue() - 1) * HOURS_OF_DAY + utc.getHour();
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
