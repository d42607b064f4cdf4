package io.tocsin.dashboards.store;

import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.TestDatabases;
import io.tocsin.dashboards.user.Users;
import org.junit.jupiter.api.AfterEach;

class SqlUsersOnH2Test extends UsersContract {
    private final Database database = TestDatabases.h2();
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
