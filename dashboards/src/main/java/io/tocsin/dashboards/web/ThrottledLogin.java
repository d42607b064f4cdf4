package io.tocsin.dashboards.web;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks name and password, and slows down who guesses. */
final class ThrottledLogin implements AuthenticationProvider {
    private static final int LONGEST_NAME = 200;

    private final AuthenticationProvider passwords;
    private final LoginThrottle throttle = new LoginThrottle();
    private final InstantSource clock;

    ThrottledLogin(AuthenticationProvider passwords, InstantSource clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String who = who(attempt);
        throttle.begin(who, clock.instant()).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        @Nullable Authentication success = passwords.authenticate(attempt);
        throttle.succeeded(who);
        return success;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }

    private static String who(Authentication attempt) {
        String name = attempt.getName();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "\n" + address;
    }

    /** Come back later, whether the password is right or not. */
    static final class TooManyAttempts extends LockedException {
        private final transient Duration wait;

        TooManyAttempts(Duration wait) {
            super("too many attempts");
            this.wait = wait;
        }

        /** Full minutes, at least one. */
        long minutes() {
            return wait.plusSeconds(59).toMinutes();
        }
    }
}
