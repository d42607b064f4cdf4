package io.tocsin.dashboards.user;

/**
 * Somebody who may log in.
 *
 * @param name unique; what incidents call who acknowledged them
 * @param passwordHash with the name of its algorithm in front, like {@code {bcrypt}...}
 * @param passwordTemporary somebody else knows the password: it has to be changed before anything else is done
 */
public record User(String name, String passwordHash, boolean passwordTemporary) {

    public User {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a user needs a name");
        }
    }
}
