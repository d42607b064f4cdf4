package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void theFirstAttemptsAreFree() {
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            assertThat(throttle.begin("wang", NOON)).isEmpty();
        }
        assertThat(throttle.begin("wang", NOON)).contains(LoginThrottle.FIRST);
    }

    @Test
    void theWaitDoublesUpToALimit() {
        Instant now = NOON;
        exhaust(now);
        Duration expected = LoginThrottle.FIRST;
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.begin("wang", now)).contains(expected);
            now = now.plus(expected);
            assertThat(throttle.begin("wang", now)).isEmpty();
            Duration doubled = expected.multipliedBy(2);
            expected = doubled.compareTo(LoginThrottle.LONGEST) < 0 ? doubled : LoginThrottle.LONGEST;
        }
        assertThat(expected).isEqualTo(LoginThrottle.LONGEST);
    }

    @Test
    void aRefusedAttemptCostsNothing() {
        exhaust(NOON);
        for (int i = 0; i < 100; i++) {
            throttle.begin("wang", NOON.plusSeconds(1));
        }
        assertThat(throttle.begin("wang", NOON.plus(LoginThrottle.FIRST))).isEmpty();
    }

    @Test
    void successForgetsAndOthersAreNotTouched() {
        exhaust(NOON);
        assertThat(throttle.begin("li", NOON)).isEmpty();

        throttle.succeeded("wang");

        assertThat(throttle.begin("wang", NOON)).isEmpty();
    }

    private void exhaust(Instant now) {
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            throttle.begin("wang", now);
        }
    }
}
