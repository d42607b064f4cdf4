package io.tocsin.dashboards.web;

import io.tocsin.alerting.notify.Wording;
import io.tocsin.collector.post.Precision;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Who looks at a page now: everything is said in this reader's language, zone and present.
 *
 * @param now when the page was asked for
 */
record Reader(Locale language, ZoneId zone, Instant now, MessageSource messages) {
    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /** The sentences that e-mail, webhook and console share. */
    Wording wording() {
        return Wording.of(language, zone);
    }

    /** The console's own sentence with this key. */
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    String number(long count) {
        return NumberFormat.getIntegerInstance(language).format(count);
    }

    @Nullable
    Moment momentOrNull(@Nullable Instant instant) {
        return instant == null ? null : moment(instant);
    }

    Moment moment(Instant instant) {
        return new Moment(
                instant.toString(),
                wording().time(instant),
                ABSOLUTE.withZone(zone).format(instant),
                relative(Duration.between(instant, now)));
    }

    /** A time that may not be known to the second: it is shown no finer than it is known. */
    Moment moment(Instant instant, @Nullable Precision precision) {
        Moment exact = moment(instant);
        if (precision == null || precision == Precision.MINUTE) {
            return exact;
        }
        String shown = precision == Precision.HOUR
                ? exact.absolute()
                : DAY.withZone(zone).format(instant);
        return new Moment(
                exact.iso(),
                shown + " · " + say("moment.precision." + precision.word()),
                shown,
                say("moment.about", exact.relative()));
    }

    private String relative(Duration ago) {
        Duration distance = ago.abs();
        if (distance.toSeconds() < 60) {
            return say(ago.isNegative() ? "moment.soon" : "moment.now");
        }
        String when = ago.isNegative() ? "ahead" : "ago";
        if (distance.toMinutes() < 60) {
            return say("moment.minutes." + when, distance.toMinutes());
        }
        return distance.toHours() < 48
                ? say("moment.hours." + when, distance.toHours())
                : say("moment.days." + when, distance.toDays());
    }
}
