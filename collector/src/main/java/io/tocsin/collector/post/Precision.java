package io.tocsin.collector.post;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a time may be from the truth at most: many sites show no seconds, and of older posts only the day. */
public enum Precision {
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(31)),
    YEAR(Duration.ofDays(366));

    private final Duration span;

    Precision(Duration span) {
        this.span = span;
    }

    public Duration span() {
        return span;
    }

    /** As the format of posts has it, like {@code minute}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Precision> of(String word) {
        return Arrays.stream(values())
                .filter(precision -> precision.word().equals(word))
                .findFirst();
    }
}
