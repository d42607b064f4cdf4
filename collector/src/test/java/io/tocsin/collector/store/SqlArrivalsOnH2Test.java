package io.tocsin.collector.store;

import io.tocsin.collector.source.Arrivals;
import org.junit.jupiter.api.AfterEach;

class SqlArrivalsOnH2Test extends ArrivalsContract {
    private final Database database = TestDatabases.h2();
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
