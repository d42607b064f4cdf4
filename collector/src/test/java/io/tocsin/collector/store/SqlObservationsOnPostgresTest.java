package io.tocsin.collector.store;

import io.tocsin.collector.growth.Observations;
import org.junit.jupiter.api.AfterEach;

class SqlObservationsOnPostgresTest extends ObservationsContract {
    private final Database database = TestDatabases.postgres();
    private final Observations observations = new SqlObservations(database);

    @Override
    Observations observations() {
        return observations;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
