package io.tocsin.collector.connect.x;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What was read today and must be paid for.
 *
 * @param day in UTC, as X counts, like {@code 2026-03-01}
 * @param spent reads, those that are only reserved among them
 */
record Budget(String day, int spent) {
    static final Budget NEW = new Budget("", 0);

    /** As it stands at that time: at midnight everything is there again. */
    Budget at(Instant now) {
        String today = day(now).toString();
        return day.equals(today) ? this : new Budget(today, 0);
    }

    /** Takes reads out; a negative number puts back what was reserved but not read. */
    Budget spend(int reads) {
        return new Budget(day, Math.max(0, spent + reads));
    }

    int left(int daily) {
        return Math.max(0, daily - spent);
    }

    static Duration untilMidnight(Instant now) {
        return Duration.between(
                now, day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
