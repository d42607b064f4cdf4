package io.tocsin.collector.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How Tocsin behaves on other people's servers.
 *
 * @param contact a web or e-mail address that tells a server's keeper who reads there; sent with every request
 * @param delay the shortest time between two requests to one host; the host's robots.txt may ask for more
 * @param timeout the longest that one request may take, from the first byte sent to the last received
 * @param bodyLimit the largest body in bytes, after decompression
 */
public record FetchSettings(@Nullable String contact, Duration delay, Duration timeout, long bodyLimit) {

    public static final FetchSettings DEFAULT =
            new FetchSettings(null, Duration.ofSeconds(2), Duration.ofSeconds(30), 5_000_000);

    public FetchSettings {
        if (contact != null && !contact.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "fetch.contact must be a web or e-mail address in plain ASCII without spaces");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("fetch.delay must not be negative");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("fetch.timeout must be longer than 0");
        }
        if (bodyLimit <= 0) {
            throw new IllegalArgumentException("fetch.body_limit must be larger than 0");
        }
    }
}
