package io.tocsin.app.replay;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is put forward. It never goes back. */
final class VirtualClock implements InstantSource {
    private Instant now = Instant.MIN;

    @Override
    public Instant instant() {
        return now;
    }

    void forwardTo(Instant time) {
        now = time.isAfter(now) ? time : now;
    }
}
