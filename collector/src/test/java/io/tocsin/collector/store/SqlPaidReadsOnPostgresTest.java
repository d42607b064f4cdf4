package io.tocsin.collector.store;

import io.tocsin.collector.source.PaidReads;
import org.junit.jupiter.api.AfterEach;

class SqlPaidReadsOnPostgresTest extends PaidReadsContract {
    private final Database database = TestDatabases.postgres();
    private final PaidReads reads = new SqlPaidReads(database);

    @Override
    PaidReads reads() {
        return reads;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
