package io.tocsin.collector.store;

import io.tocsin.collector.copy.RecentTexts;
import org.junit.jupiter.api.AfterEach;

class SqlTextsOnPostgresTest extends RecentTextsContract {
    private final Database database = TestDatabases.postgres();
    private final RecentTexts texts = new SqlTexts(database);

    @Override
    RecentTexts texts() {
        return texts;
    }

    @Override
    RecentTexts reopened() {
        return new SqlTexts(database);
    }

    @AfterEach
    void close() {
        database.close();
    }
}
