package io.tocsin.collector.fetch;

import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one request at a time go to a host, with a pause after each; those who wait are served in their order. */
final class HostThrottle {
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Sleeper sleeper;

    HostThrottle(InstantSource clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Sends a request when the host is free and the pause since the last request to it is over.
     *
     * @param request reads the whole answer, too
     */
    Answer inTurn(String host, Duration pause, Exchange request) throws SourceException, InterruptedException {
        Lane lane = lanes.computeIfAbsent(host, name -> new Lane());
        lane.lock.lockInterruptibly();
        try {
            Duration rest = rest(lane, pause);
            if (rest.isPositive()) {
                sleeper.sleep(rest);
            }
            try {
                return request.send();
            } finally {
                lane.left = clock.instant();
            }
        } finally {
            lane.lock.unlock();
        }
    }

    /** Never longer than the pause, even if the clock was set back. */
    private Duration rest(Lane lane, Duration pause) {
        Duration rest = Duration.between(clock.instant(), lane.left.plus(pause));
        return rest.compareTo(pause) < 0 ? rest : pause;
    }

    /** How to wait; tests only move their clock. */
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** One request and its answer. */
    interface Exchange {
        Answer send() throws SourceException;
    }

    private static final class Lane {
        private final ReentrantLock lock = new ReentrantLock(true);
        private Instant left = Instant.EPOCH;
    }
}
