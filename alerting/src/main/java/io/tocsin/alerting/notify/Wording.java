package io.tocsin.alerting.notify;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.rule.Breach;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The sentences about incidents that e-mail, webhook and console share, in English or Chinese.
 *
 * <p>The sentences are plain text and may contain what people wrote: escape them for where they go.
 */
public final class Wording {
    private static final String BUNDLE = "io.tocsin.alerting.notify.messages";

    private final Sentences sentences;
    private final DateTimeFormatter time;

    private Wording(Sentences sentences, ZoneId zone) {
        this.sentences = sentences;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", sentences.locale())
                .withZone(zone);
    }

    /** Chinese for any Chinese locale, English for every other; times in the zone. */
    public static Wording of(Locale locale, ZoneId zone) {
        return new Wording(Sentences.of(BUNDLE, locale), zone);
    }

    public Locale locale() {
        return sentences.locale();
    }

    /** One short line: how bad, about what, and what happened. */
    public String title(Incident incident) {
        return say("title", severity(incident.severity()), headline(incident));
    }

    /** About what, and what happened: a title for where the severity is shown beside it. */
    public String headline(Incident incident) {
        String kind = switch (incident.reason()) {
            case Breach.Surge surge -> "headline.surge";
            case Breach.Copied copied -> "headline.copied";
            case Breach.SeverePost post -> "headline.severe";
        };
        return say(kind, incident.watch());
    }

    /** Why it rings, with its numbers. */
    public String reason(Breach breach) {
        return switch (breach) {
            case Breach.Surge surge ->
                say(
                        "reason.surge",
                        duration(surge.window()),
                        surge.count(),
                        surge.watch(),
                        expected(surge.expected()),
                        chance(surge.chance()));
            case Breach.Copied copied ->
                say(
                        "reason.copied",
                        duration(copied.window()),
                        copied.count(),
                        copied.watch(),
                        copied.copying(),
                        copied.platforms(),
                        expected(copied.expected()),
                        chance(copied.chance()));
            case Breach.SeverePost post ->
                say(
                        post.signs().isEmpty() ? "reason.severe" : "reason.severe.signs",
                        severity(post.severity()),
                        post.watch(),
                        String.join(say("list"), post.signs()));
        };
    }

    /** What happened, as one line of a time line; without its time and its actor's name. */
    public String event(IncidentEvent event) {
        String key = "event." + event.kind();
        return switch (event.kind()) {
            case OPENED, ACKNOWLEDGED, RESOLVED, WENT_QUIET -> say(key);
            case REOPENED -> say(event.actor() == null ? key + ".evidence" : key);
            case EVIDENCE_ADDED -> say(key, Integer.parseInt(event.text()));
            case WORSENED -> say(key, severity(Integer.parseInt(event.text())));
            case NOTED -> event.text();
            case NOTIFIED -> say(event.text().equals("1") ? key : key + ".again", event.text());
            case NOTIFICATION_FAILED -> say(key, event.text());
        };
    }

    /** The name of a level from 0 to 3. */
    public String severity(int level) {
        return say("severity." + level);
    }

    public String status(Incident.Status status) {
        return say("status." + status);
    }

    public String time(Instant instant) {
        return time.format(instant);
    }

    /** In the largest unit that needs no fraction. */
    public String duration(Duration duration) {
        if (duration.toSeconds() % 3600 == 0) {
            return say("hours", duration.toHours());
        }
        return duration.toSeconds() % 60 == 0
                ? say("minutes", duration.toMinutes())
                : say("seconds", duration.toSeconds());
    }

    private String say(String key, Object... arguments) {
        return sentences.say(key, arguments);
    }

    private String expected(double count) {
        return count < 0.1 ? say("expected.none") : say("expected", count);
    }

    private String chance(double chance) {
        double once = 1 / Math.max(chance, 1e-9);
        return say(chance < 1e-9 ? "chance.least" : "chance", Math.rint(once));
    }
}
