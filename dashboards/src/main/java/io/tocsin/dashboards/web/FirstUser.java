package io.tocsin.dashboards.web;

import io.tocsin.dashboards.user.User;
import io.tocsin.dashboards.user.Users;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets the first person in: where there is no user yet, makes one with a random password that is to be shown once. */
public final class FirstUser {
    public static final String NAME = "admin";

    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Users users;
    private final PasswordEncoder passwords;
    private final RandomGenerator random = new SecureRandom();

    public FirstUser(Users users, PasswordEncoder passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * Makes the user {@value #NAME}, who has to choose another password at the first log-in.
     *
     * @return the password, or empty if there was a user already
     */
    public Optional<String> create() {
        return create(true);
    }

    /** The same for a demonstration, whose user may keep the password because the data ends with it. */
    public Optional<String> createForDemo() {
        return create(false);
    }

    private Optional<String> create(boolean temporary) {
        if (users.count() > 0) {
            return Optional.empty();
        }
        String password = readable();
        boolean added = users.add(new User(NAME, passwords.encode(password), temporary));
        return added ? Optional.of(password) : Optional.empty();
    }

    /** Four groups of four letters: 79 bits. */
    private String readable() {
        return IntStream.range(0, 4).mapToObj(i -> group()).collect(Collectors.joining("-"));
    }

    private String group() {
        return random.ints(4, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
