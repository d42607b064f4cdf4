package io.tocsin.app.e2e;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Waits for what must come. The deadline only ends tests that have failed already. */
final class Await {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private Await() {}

    static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    /** The first element that fits, as soon as there is one. */
    static <T> T first(String what, Callable<List<T>> all, Predicate<T> fits) {
        return Awaitility.await(what)
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> all.call().stream().filter(fits).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }
}
