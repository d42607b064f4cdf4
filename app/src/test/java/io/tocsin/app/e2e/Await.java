package io.tocsin.app.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what must come. The deadline only ends tests that have failed already. */
final class Await {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private Await() {}

    static void until(String what, Callable<Boolean> condition) {
        await(what).until(condition);
    }

    /** The first element that fits, as soon as there is one. */
    static <T> T first(String what, Callable<List<T>> all, Predicate<T> fits) {
        return await(what)
                .until(() -> all.call().stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Errors of other threads are not its business: a mail server throws one when its client is killed. */
    private static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(100))
                .dontCatchUncaughtExceptions();
    }
}
