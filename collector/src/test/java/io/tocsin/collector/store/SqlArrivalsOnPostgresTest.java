package io.tocsin.collector.store;

import io.tocsin.collector.source.Arrivals;
import org.junit.jupiter.api.AfterEach;

class SqlArrivalsOnPostgresTest extends ArrivalsContract {
    private final Database database = TestDatabases.postgres();
    private final Arrivals arrivals = new SqlArrivals(database);

    @Override
    Arrivals arrivals() {
        return arrivals;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
