package io.tocsin.dashboards.store;

import io.tocsin.dashboards.user.Users;

class MemoryUsersTest extends UsersContract {
    private final Users users = new MemoryUsers();

    @Override
    Users users() {
        return users;
    }
}
