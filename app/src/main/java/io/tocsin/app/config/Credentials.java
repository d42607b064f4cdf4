package io.tocsin.app.config;

import org.jspecify.annotations.Nullable;

/** A user name and its password: both, or neither. */
record Credentials(@Nullable String username, @Nullable String password) {

    static Credentials read(Section section) {
        String username = section.optional("username", Types.TEXT).orElse(null);
        String password = section.optional("password", Types.SECRET).orElse(null);
        if (username != null && password == null) {
            section.report("password", "is missing or empty, though there is a username; add it or remove both");
        }
        if (username == null && password != null) {
            section.report("username", "is missing or empty, though there is a password; add it or remove both");
        }
        return new Credentials(username, password);
    }

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
