package io.tocsin.alerting.store;

import io.tocsin.alerting.incident.Incidents;
import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;

class SqlIncidentsOnPostgresTest extends IncidentsContract {
    private final Database database = TestDatabases.postgres();
    private final Incidents incidents = new SqlIncidents(database);

    @Override
    Incidents incidents() {
        return incidents;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
