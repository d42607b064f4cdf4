package io.tocsin.collector.store;

import io.tocsin.collector.source.PaidReads;
import org.junit.jupiter.api.AfterEach;

class SqlPaidReadsOnH2Test extends PaidReadsContract {
    private final Database database = TestDatabases.h2();
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
