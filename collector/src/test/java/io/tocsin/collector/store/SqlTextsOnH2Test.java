package io.tocsin.collector.store;

import io.tocsin.collector.copy.RecentTexts;
import org.junit.jupiter.api.AfterEach;

class SqlTextsOnH2Test extends RecentTextsContract {
    private final Database database = TestDatabases.h2();
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
