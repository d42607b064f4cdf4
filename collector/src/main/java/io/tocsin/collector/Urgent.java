package io.tocsin.collector;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/** The posts that somebody waits for, as of some seconds ago at most: every source asks for all of them. */
final class Urgent {
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final Supplier<? extends Collection<String>> all;
    private Set<String> known = Set.of();
    private Instant readAt = Instant.MIN;

    Urgent(Supplier<? extends Collection<String>> all) {
        this.all = all;
    }

    /** Their ids. */
    synchronized Set<String> posts(Instant now) {
        if (readAt.plus(GOOD_FOR).isBefore(now)) {
            known = Set.copyOf(all.get());
            readAt = now;
        }
        return known;
    }
}
