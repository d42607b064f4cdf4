package io.tocsin.app.config;

import java.time.Duration;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that are numbers, with or without a unit. */
final class Amounts {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|[smhd])");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?([KMG]?B)");

    /** 0 or longer. */
    static final Type<Duration> DURATION = Type.of("10m", Amounts::duration);

    /** Longer than 0. */
    static final Type<Duration> INTERVAL =
            DURATION.where(Duration::isPositive, "is too short; write a duration longer than 0, like 90s or 5m");

    /** In bytes. */
    static final Type<Long> BYTES = Type.of("5MB", Amounts::size);

    private static final String NO_CHANCE = "is not a number between 0 and 1; write one like 0.0001";

    /** Neither 0 nor 1. */
    static final Type<Double> CHANCE = Type.of("0.0001", text -> number(text, Double::valueOf, NO_CHANCE))
            .where(chance -> chance > 0 && chance < 1, NO_CHANCE);

    static final Type<Integer> PAGES = wholeNumber(1, 1000);

    static final Type<Integer> PORT = wholeNumber(1, 65_535);

    /** 0 takes any port that is free. */
    static final Type<Integer> PORT_OR_ANY = wholeNumber(0, 65_535);

    private Amounts() {}

    static Type<Integer> wholeNumber(int least, int most) {
        String otherwise = "is not a whole number from " + least + " to " + most + "; write one";
        return Type.of(Integer.toString(least), text -> number(text, Integer::valueOf, otherwise))
                .where(number -> number >= least && number <= most, otherwise);
    }

    private static <T> T number(String text, Function<String, T> reading, String otherwise) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(otherwise, e);
        }
    }

    private static Duration duration(String text) {
        if (!text.matches("(" + TIME + ")+|0")) {
            throw new IllegalArgumentException(
                    "is not a duration; write numbers with ms, s, m, h or d, like 90s, 5m or 1h30m");
        }
        return TIME.matcher(text).results().map(Amounts::part).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration part(MatchResult match) {
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static long size(String text) {
        Matcher match = SIZE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("is not a size; write a number with B, KB, MB or GB, like 5MB");
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "B" -> number;
            case "KB" -> number * 1_000;
            case "MB" -> number * 1_000_000;
            default -> number * 1_000_000_000;
        };
    }
}
