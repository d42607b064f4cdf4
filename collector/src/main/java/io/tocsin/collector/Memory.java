package io.tocsin.collector;

import io.tocsin.collector.growth.Observations;
import io.tocsin.collector.source.Arrivals;
import io.tocsin.collector.source.Silence;
import io.tocsin.collector.source.Sources;
import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.MemoryArrivals;
import io.tocsin.collector.store.MemoryObservations;
import io.tocsin.collector.store.MemorySources;
import io.tocsin.collector.store.SqlArrivals;
import io.tocsin.collector.store.SqlObservations;
import io.tocsin.collector.store.SqlSources;
import java.time.Duration;
import java.time.Instant;

/** All that the collector remembers between polls. */
public record Memory(Sources sources, Arrivals arrivals, Observations observations) {
    private static final Duration GROWTH_KEPT = Duration.ofDays(90);

    /** Until the process ends. */
    public static Memory ofProcess() {
        return new Memory(new MemorySources(), new MemoryArrivals(), new MemoryObservations());
    }

    public static Memory in(Database database) {
        return new Memory(new SqlSources(database), new SqlArrivals(database), new SqlObservations(database));
    }

    /** Forgets what is of no use any more. */
    public void tidy(Instant now) {
        arrivals.forget(now.minus(Silence.MEMORY));
        observations.forget(now.minus(GROWTH_KEPT));
    }
}
