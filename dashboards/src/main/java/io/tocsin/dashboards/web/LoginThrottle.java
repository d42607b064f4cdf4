package io.tocsin.dashboards.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing passwords slow: after {@value #FREE} attempts each further one costs twice the waiting time, up to
 * {@link #LONGEST}.
 *
 * <p>An attempt counts when it begins, so that attempts side by side gain nothing. Remembers the last
 * {@value #REMEMBERED} who tried, so that guessing cannot fill the memory.
 */
final class LoginThrottle {
    static final int FREE = 5;
    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Attempts> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Begins an attempt.
     *
     * @param who the name that is tried, and from where
     * @return how long to wait before the next attempt counts; empty if this one may go on
     */
    synchronized Optional<Duration> begin(String who, Instant now) {
        Attempts before = attempts.getOrDefault(who, Attempts.NONE);
        if (now.isBefore(before.blockedUntil())) {
            return Optional.of(Duration.between(now, before.blockedUntil()));
        }
        attempts.put(who, before.oneMore(now));
        return Optional.empty();
    }

    /** The password was right: forgets the attempts. */
    synchronized void succeeded(String who) {
        attempts.remove(who);
    }

    private record Attempts(int count, Instant blockedUntil) {
        static final Attempts NONE = new Attempts(0, Instant.MIN);

        Attempts oneMore(Instant now) {
            return new Attempts(count + 1, count + 1 < FREE ? Instant.MIN : now.plus(delay(count + 1 - FREE)));
        }

        private static Duration delay(int extra) {
            Duration delay = FIRST.multipliedBy(1L << Math.min(extra, 10));
            return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        }
    }
}
