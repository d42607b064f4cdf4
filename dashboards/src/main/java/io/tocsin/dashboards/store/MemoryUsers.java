package io.tocsin.dashboards.store;

import io.tocsin.dashboards.user.User;
import io.tocsin.dashboards.user.Users;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers users until the process ends. */
public final class MemoryUsers implements Users {
    private final ConcurrentHashMap<String, User> users = new ConcurrentHashMap<>();

    @Override
    public Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public boolean add(User user) {
        return users.putIfAbsent(user.name(), user) == null;
    }

    @Override
    public boolean changePassword(String name, String passwordHash) {
        return users.replace(name, new User(name, passwordHash, false)) != null;
    }

    @Override
    public long count() {
        return users.size();
    }
}
