package io.tocsin.collector.store;

import io.tocsin.collector.source.Sources;
import org.junit.jupiter.api.AfterEach;

class SqlSourcesOnPostgresTest extends SourcesContract {
    private final Database database = TestDatabases.postgres();
    private final Sources sources = new SqlSources(database);

    @Override
    Sources sources() {
        return sources;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
