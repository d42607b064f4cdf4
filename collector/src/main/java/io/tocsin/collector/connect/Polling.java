package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Source;
import java.time.Duration;

/**
 * What the configuration says about a source of any kind.
 *
 * @param name unique
 * @param every the time from the start of one poll to the start of the next
 * @param internal whether it may lie on a private address
 */
public record Polling(String name, Duration every, boolean internal) {

    public Polling {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a source needs a name");
        }
        if (!every.isPositive()) {
            throw new IllegalArgumentException("source " + name + " must be polled every so often, not every " + every);
        }
    }

    Source source(String kind, String address) {
        return new Source(name, kind, PublicUrl.of(address), every);
    }
}
