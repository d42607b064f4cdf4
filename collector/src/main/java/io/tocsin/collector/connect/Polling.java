package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Source;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about a source of any kind.
 *
 * @param name unique
 * @param every the time from the start of one poll to the start of the next
 * @param internal whether it may lie on a private address
 * @param maxAge posts that were written longer ago are not taken; {@code null} takes all
 */
public record Polling(
        String name,
        Duration every,
        boolean internal,
        @Nullable Duration maxAge) {

    public Polling {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a source needs a name");
        }
        if (!every.isPositive()) {
            throw new IllegalArgumentException("source " + name + " must be polled every so often, not every " + every);
        }
    }

    /** One that takes posts of any age. */
    public Polling(String name, Duration every, boolean internal) {
        this(name, every, internal, null);
    }

    /** The same without posts that were written longer ago. */
    public Polling upToAge(Duration maxAge) {
        return new Polling(name, every, internal, maxAge);
    }

    Source source(String kind, String address) {
        return new Source(name, kind, PublicUrl.of(address), every, maxAge);
    }
}
