package io.tocsin.alerting.spread;

import java.time.Duration;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What is usual: how many people complain in a window, as a negative binomial distribution.
 *
 * <p><b>The model.</b> The people who complain in a window are a Poisson number whose rate is a Gamma variable, which
 * makes the number to come negative binomial (Greenwood and Yule 1920; Gelman et al., Bayesian Data Analysis, 3rd
 * edition, section 2.6). With prior Gamma(1, half an hour) and {@code Y} people counted in {@code m} past windows, where
 * the prior weighs {@code b} windows, the mean is {@code (1 + Y) / (b + m)} and the size {@code 1 + Y}. Nothing known
 * thus means one person per half hour with a long tail: 14 people in the first half hour are then less likely than 1 in
 * 10,000 and ring, 13 do not; after a quiet day the configured minimum is what counts.
 *
 * <p><b>Time of day.</b> The mean is that of the same hour of the day and its two neighbours, drawn towards the mean of
 * all hours as if that had been seen on three days and by ten people.
 *
 * <p><b>Overdispersion.</b> Complaints come in bursts. Pearson's dispersion {@code D} of the past windows (McCullagh and
 * Nelder, Generalized Linear Models, section 4.5.2), at least 1 and drawn towards 1 as if by twenty windows, widens the
 * distribution: the variance is {@code mean * D * (1 + 1/M)} with {@code M} windows behind the mean, of which the formula
 * above is the case {@code D = 1}, {@code M = b + m}.
 *
 * <p><b>Past crises</b> must not become usual: as Farrington et al. (1996, J. R. Statist. Soc. A 159) weigh past outbreaks
 * down, counts above the limit of a first fit are cut down to it; the first fit sees no more than the upper quartile.
 *
 * @param expected people in a window, larger than 0
 * @param size the shape of the negative binomial distribution, larger than 0
 */
public record Baseline(double expected, double size) {
    private static final double PRIOR_PEOPLE = 1;
    private static final Duration PRIOR_TIME = Duration.ofMinutes(30);
    private static final double WINDOWS_BEFORE_DISPERSION_COUNTS = 20;
    private static final int FITS = 2;
    private static final double UNUSUAL = 1e-4;

    /** What is usual in a window around that hour of the day (UTC), by the counts of the windows before it. */
    static Baseline from(PastCounts past, int hour) {
        Baseline fit = fit(past.cappedAt(past.upperQuartile()), hour);
        for (int i = 0; i < FITS; i++) {
            fit = fit(past.cappedAt(fit.limit()), hour);
        }
        return fit;
    }

    private static Baseline fit(PastCounts past, int hour) {
        double prior = (double) PRIOR_TIME.toMillis() / past.length().toMillis();
        DayProfile profile = DayProfile.of(past, PRIOR_PEOPLE, prior);
        double mean = profile.mean(hour);
        double windows = prior + profile.windowsBehind(hour);
        double excess = dispersion(past, profile) * (1 + 1 / windows) - 1;
        return new Baseline(mean, mean / excess);
    }

    private static double dispersion(PastCounts past, DayProfile profile) {
        double chiSquare = 0;
        for (int slot = 0; slot < past.size(); slot++) {
            double mean = profile.mean(past.hour(slot));
            chiSquare += (past.count(slot) - mean) * (past.count(slot) - mean) / mean;
        }
        double weight = WINDOWS_BEFORE_DISPERSION_COUNTS;
        return Math.max(1, (weight + chiSquare) / (weight + past.size()));
    }

    /** How likely it is that so many people or more complain in the window: from 0 to 1. */
    public double chance(int people) {
        return people <= 0 ? 1 : RegularizedBeta.value(expected / (expected + size), people, size);
    }

    /** The least number that would be unusual. */
    private int limit() {
        int high = 1;
        while (chance(high) >= UNUSUAL) {
            high *= 2;
        }
        int low = high / 2;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (chance(middle) < UNUSUAL) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
