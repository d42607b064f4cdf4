package io.tocsin.collector.source;

import io.tocsin.collector.source.Arrivals.Hour;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a source that answers, but gives nothing, has gone blind: whether a silence as long as this one is unlikely
 * by what the source usually gives at these hours of the week.
 */
public sealed interface Silence {
    /** In words, for a person who wonders. */
    String reason();

    /** Nothing unusual. */
    record Usual(String reason) implements Silence {}

    /** Not enough is known of the source to say anything. */
    record Unknown(String reason) implements Silence {}

    /**
     * Something must be wrong.
     *
     * @param since when the last post arrived
     * @param expected how many posts were to be expected since
     * @param chance how likely it is that none of them came
     */
    record Blind(Instant since, double expected, double chance, String reason) implements Silence {}

    /** So much is looked back. */
    Duration MEMORY = Duration.ofDays(56);

    /** Shorter silences are not looked at. */
    Duration SHORTEST = Duration.ofMinutes(30);

    /** So many hours must have been listened to, with so many posts, before anything is said. */
    int FEWEST_HOURS = 72;

    int FEWEST_POSTS = 20;

    /** A source that is asked all the time is falsely called blind about once in a hundred years. */
    double CHANCE = 1e-6;

    /**
     * Judges.
     *
     * @param hours in which the source was listened to, in order, as far back as {@link #MEMORY}
     */
    static Silence judge(List<Hour> hours, Instant now) {
        Optional<Instant> last =
                hours.stream().filter(hour -> hour.posts() > 0).map(Hour::last).reduce((one, later) -> later);
        if (last.isEmpty()) {
            return new Unknown("it has not given a post yet");
        }
        Instant since = last.get();
        if (Duration.between(since, now).compareTo(SHORTEST) < 0) {
            return new Usual("the last post came at " + minute(since));
        }
        List<Hour> learned = hours.stream()
                .filter(hour -> hour.start().isBefore(since.truncatedTo(ChronoUnit.HOURS)))
                .toList();
        long posts = learned.stream().mapToLong(Hour::posts).sum();
        if (learned.size() < FEWEST_HOURS || posts < FEWEST_POSTS) {
            return new Unknown("only " + posts + " posts in " + learned.size() + " hours are known of it");
        }
        return judge(Rhythm.of(learned), since, now);
    }

    private static Silence judge(Rhythm rhythm, Instant since, Instant now) {
        double expected = 0;
        double logChance = 0;
        for (Instant from = since; from.isBefore(now); from = end(from, now)) {
            double part = Duration.between(from, end(from, now)).toMillis()
                    / (double) Duration.ofHours(1).toMillis();
            double mean = rhythm.mean(from) * part;
            expected += mean;
            logChance += rhythm.logChanceOfNone(mean);
        }
        double chance = Math.exp(logChance);
        String reason = String.format(
                Locale.ROOT, "none of %.1f expected posts has come; the chance of that is %.1g", expected, chance);
        return chance < CHANCE ? new Blind(since, expected, chance, reason) : new Usual(reason);
    }

    private static Instant end(Instant from, Instant now) {
        Instant hour = from.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return hour.isBefore(now) ? hour : now;
    }

    private static String minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
