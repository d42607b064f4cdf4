package io.tocsin.collector.fetch;

import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Hosts that asked to be left alone, or whose allowance is used up: what one source was told holds for all. */
final class ClosedHosts {
    private final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();

    /** @throws SourceException if the host is to be left alone now */
    void check(HttpUrl url, Instant now) throws SourceException {
        Instant until = closedUntil.getOrDefault(url.host(), Instant.MIN);
        if (now.isBefore(until)) {
            throw new SourceException(
                    Problem.Kind.RATE_LIMITED,
                    url.host() + " allows no more requests for now. It is left alone until "
                            + until.truncatedTo(ChronoUnit.SECONDS) + ".",
                    Duration.between(now, until),
                    null);
        }
    }

    /** Remembers what an answer says about the next request. */
    void note(Answer answer, Instant now) {
        Optional<Duration> pause = answer.status() == 429
                ? RateLimit.pause(answer.headers(), now)
                : RateLimit.pauseAfterLast(answer.headers(), now);
        pause.ifPresent(wait -> closedUntil.put(answer.url().host(), now.plus(wait)));
    }
}
