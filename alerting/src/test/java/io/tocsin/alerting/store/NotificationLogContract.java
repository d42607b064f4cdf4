package io.tocsin.alerting.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.notify.Notification;
import io.tocsin.alerting.notify.Notification.State;
import io.tocsin.alerting.notify.NotificationLog;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every log of notifications does. */
abstract class NotificationLogContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    abstract NotificationLog log();

    private static Notification notification(
            String key, String incident, State state, int attempts, Instant notBefore) {
        @Nullable Instant settled = state == State.SENT ? NOON : null;
        return new Notification(
                key, incident, 1, 2, "mail", "duty@example.org", state, NOON, attempts, notBefore, settled, "busy");
    }

    private static Notification waiting(String key) {
        return notification(key, "x", State.WAITING, 0, NOON);
    }

    @Test
    void keepsEveryField() {
        log().enqueue(List.of(waiting("k")));
        assertThat(log().of("x")).containsExactly(waiting("k"));
        Notification sent = notification("k", "x", State.SENT, 3, NOON.plusSeconds(1));
        log().settle(sent);
        assertThat(log().of("x")).containsExactly(sent);
    }

    @Test
    void aKnownKeyIsLeftAsItIs() {
        log().enqueue(List.of(waiting("k")));
        Notification sent = notification("k", "x", State.SENT, 1, NOON);
        log().settle(sent);
        log().enqueue(List.of(waiting("k"), waiting("l")));
        assertThat(log().of("x")).containsExactly(sent, waiting("l"));
    }

    @Test
    void theWaitingAndTheBrokenOffAreDueInTheirOrder() {
        log().enqueue(List.of(
                notification("c", "x", State.WAITING, 0, NOON),
                notification("b", "y", State.SENDING, 1, NOON.minusSeconds(1)),
                notification("later", "x", State.WAITING, 0, NOON.plusSeconds(1)),
                notification("sent", "x", State.SENT, 1, NOON),
                notification("failed", "x", State.FAILED, 1, NOON),
                notification("needless", "x", State.NEEDLESS, 1, NOON)));
        assertThat(log().due(NOON)).extracting(Notification::key).containsExactly("c", "b");
        assertThat(log().of("y")).extracting(Notification::key).containsExactly("b");
    }

    @Test
    void anAttemptBeginsOnce() {
        log().enqueue(List.of(waiting("k")));
        Notification first = notification("k", "x", State.SENDING, 1, NOON);
        assertThat(log().begin(first)).isTrue();
        assertThat(log().begin(first)).isFalse();
        assertThat(log().of("x")).containsExactly(first);
        assertThat(log().begin(notification("k", "x", State.SENDING, 2, NOON))).isTrue();
        log().settle(notification("k", "x", State.SENT, 2, NOON));
        assertThat(log().begin(notification("k", "x", State.SENDING, 3, NOON))).isFalse();
        assertThat(log().begin(notification("unknown", "x", State.SENDING, 1, NOON)))
                .isFalse();
    }

    @Test
    void ofManyWhoBeginAtOnceOneDoes() throws Exception {
        log().enqueue(List.of(waiting("k")));
        Callable<Boolean> begin = () -> log().begin(notification("k", "x", State.SENDING, 1, NOON));
        try (var threads = Executors.newFixedThreadPool(8)) {
            long winners = 0;
            for (var result : threads.invokeAll(Collections.nCopies(8, begin))) {
                winners += result.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }
}
