package io.tocsin.dashboards.store;

import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.TestDatabases;
import io.tocsin.dashboards.user.Users;
import org.junit.jupiter.api.AfterEach;

class SqlUsersOnPostgresTest extends UsersContract {
    private final Database database = TestDatabases.postgres();
    private final Users users = new SqlUsers(database);

    @Override
    Users users() {
        return users;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
