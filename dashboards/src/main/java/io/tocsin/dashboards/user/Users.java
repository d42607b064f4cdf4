package io.tocsin.dashboards.user;

import java.util.Optional;

/** Everybody who may log in. Survives a restart. */
public interface Users {

    Optional<User> find(String name);

    /** Returns false, with nothing saved, if there is a user of that name already. */
    boolean add(User user);

    /**
     * Replaces the password by one that only the user knows.
     *
     * @return false if there is no user of that name
     */
    boolean changePassword(String name, String passwordHash);

    long count();
}
