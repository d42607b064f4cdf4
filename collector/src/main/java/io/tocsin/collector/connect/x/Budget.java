package io.tocsin.collector.connect.x;

import io.tocsin.collector.source.PaidReads;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What may be read each day, by UTC, as X counts.
 *
 * @param source whose reads these are
 */
record Budget(PaidReads paid, String source, int daily) {

    /** So many reads, or as many as are left of this part of the day's. */
    Allowance take(int wanted, double part, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Allowance(this, day, paid.reserve(source, day, wanted, (int) (daily * part)));
    }

    /** Nothing is left. */
    SourceException usedUp(Instant now) {
        Instant midnight = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return new SourceException(
                Problem.Kind.RATE_LIMITED,
                "The " + daily
                        + " reads for today are used up. It goes on after midnight UTC where it stopped; if you can pay"
                        + " for more, raise 'daily_reads'.",
                Duration.between(now, midnight),
                null);
    }

    /** Reads that are set aside, and count as made until they are put back. */
    record Allowance(Budget budget, LocalDate day, int reads) {

        /** Whether X counts what is read now for its day. */
        boolean isFor(Instant now) {
            return day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC));
        }

        /** This after so many were used, and one that was taken on top of it; yesterday's is put back. */
        Allowance with(Allowance more, int used) {
            if (day.equals(more.day())) {
                return new Allowance(budget, day, reads - used + more.reads());
            }
            settle(used);
            return more;
        }

        /** Puts back what was not used. */
        void settle(int used) {
            if (used < reads) {
                budget.paid().putBack(budget.source(), day, reads - used);
            }
        }
    }
}
