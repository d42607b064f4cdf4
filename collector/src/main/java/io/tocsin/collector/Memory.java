package io.tocsin.collector;

import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.growth.Observations;
import io.tocsin.collector.source.Arrivals;
import io.tocsin.collector.source.PaidReads;
import io.tocsin.collector.source.Silence;
import io.tocsin.collector.source.Sources;
import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.MemoryArrivals;
import io.tocsin.collector.store.MemoryObservations;
import io.tocsin.collector.store.MemoryPaidReads;
import io.tocsin.collector.store.MemorySources;
import io.tocsin.collector.store.MemoryTexts;
import io.tocsin.collector.store.SqlArrivals;
import io.tocsin.collector.store.SqlObservations;
import io.tocsin.collector.store.SqlPaidReads;
import io.tocsin.collector.store.SqlSources;
import io.tocsin.collector.store.SqlTexts;
import io.tocsin.collector.store.SteadySources;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** All that the collector remembers between polls. */
public record Memory(
        Sources sources, Arrivals arrivals, Observations observations, PaidReads paidReads, RecentTexts texts) {
    private static final Duration GROWTH_KEPT = Duration.ofDays(90);
    private static final Duration PAID_READS_KEPT = Duration.ofDays(31);

    /** Until the process ends. */
    public static Memory ofProcess() {
        return new Memory(
                new MemorySources(),
                new MemoryArrivals(),
                new MemoryObservations(),
                new MemoryPaidReads(),
                new MemoryTexts());
    }

    public static Memory in(Database database) {
        return new Memory(
                new SteadySources(new SqlSources(database)),
                new SqlArrivals(database),
                new SqlObservations(database),
                new SqlPaidReads(database),
                new SqlTexts(database));
    }

    /** Forgets what is of no use any more. */
    public void tidy(Instant now) {
        arrivals.forget(now.minus(Silence.MEMORY));
        observations.forget(now.minus(GROWTH_KEPT));
        texts.forget(now.minus(RecentTexts.REACH));
        paidReads.forget(LocalDate.ofInstant(now.minus(PAID_READS_KEPT), ZoneOffset.UTC));
    }
}
