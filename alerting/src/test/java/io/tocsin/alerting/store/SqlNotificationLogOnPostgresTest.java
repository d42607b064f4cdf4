package io.tocsin.alerting.store;

import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;

class SqlNotificationLogOnPostgresTest extends NotificationLogContract {
    private final Database database = TestDatabases.postgres();
    private final NotificationLog log = new SqlNotificationLog(database);

    @Override
    NotificationLog log() {
        return log;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
