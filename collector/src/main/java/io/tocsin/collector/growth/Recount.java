package io.tocsin.collector.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When to read the counts of a post again: often while it is young, ever more rarely later, and four times as often
 * while people are busy with it. Most of what a post will ever get, it gets on its first day.
 */
public sealed interface Recount {
    /** In words, for a person who wonders. */
    String reason();

    /** It is time. */
    record Now(String reason) implements Recount {}

    /** Not before that time. */
    record Later(Instant due, String reason) implements Recount {}

    /** It has grown all it will. */
    record Never(String reason) implements Recount {}

    /** How much sooner a post is read that an incident depends on. */
    int URGENCY = 4;

    /** Posts younger than {@code until} are read every so often. */
    record Stage(Duration until, Duration every) {}

    /** From the young to the old. */
    List<Stage> STAGES = List.of(
            new Stage(Duration.ofHours(1), Duration.ofMinutes(5)),
            new Stage(Duration.ofHours(6), Duration.ofMinutes(15)),
            new Stage(Duration.ofHours(24), Duration.ofHours(1)),
            new Stage(Duration.ofDays(3), Duration.ofHours(6)),
            new Stage(Duration.ofDays(14), Duration.ofDays(1)));

    /**
     * Decides.
     *
     * @param written when the post was; a time in the future counts as now
     * @param lastRead when its counts were last read
     * @param urgent whether an incident that is not over depends on it
     */
    static Recount decide(Instant written, Instant lastRead, boolean urgent, Instant now) {
        Duration age = written.isBefore(now) ? Duration.between(written, now) : Duration.ZERO;
        boolean old = age.compareTo(STAGES.getLast().until()) >= 0;
        if (old && !urgent) {
            return new Never("it is older than " + STAGES.getLast().until().toDays() + " days");
        }
        Duration usual = STAGES.stream()
                .filter(stage -> age.compareTo(stage.until()) < 0)
                .findFirst()
                .orElse(STAGES.getLast())
                .every();
        Duration every = urgent ? usual.dividedBy(URGENCY) : usual;
        Instant due = lastRead.plus(every);
        String reason = "at an age of " + age.toMinutes() + " min it is read every " + every.toSeconds() + " s"
                + (urgent ? ", because an incident depends on it" : "");
        return due.isAfter(now) ? new Later(due, reason) : new Now(reason);
    }
}
