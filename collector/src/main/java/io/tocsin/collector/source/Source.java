package io.tocsin.collector.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that is polled for posts.
 *
 * @param name unique; the key of its cursor and its health
 * @param kind how it is read: like {@code feed} or {@code forum}
 * @param address what a person would open in a browser
 * @param every the time from the start of one poll to the start of the next
 * @param maxAge posts that were written longer ago are not taken; {@code null} takes all
 */
public record Source(
        String name,
        String kind,
        String address,
        Duration every,
        @Nullable Duration maxAge) {

    public Source {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a source needs a name");
        }
        if (!every.isPositive()) {
            throw new IllegalArgumentException("source " + name + " must be polled every so often, not every " + every);
        }
        if (maxAge != null && !maxAge.isPositive()) {
            throw new IllegalArgumentException("source " + name + " must take posts of some age, not of " + maxAge);
        }
    }

    /** One whose posts may be of any age. */
    public Source(String name, String kind, String address, Duration every) {
        this(name, kind, address, every, null);
    }

    /** Whether a post that was written then is taken now. */
    public boolean takes(Instant written, Instant now) {
        return maxAge == null || !written.isBefore(now.minus(maxAge));
    }
}
