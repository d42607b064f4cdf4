package io.tocsin.collector.source;

import java.time.Duration;

/**
 * A place that is polled for posts.
 *
 * @param name unique; the key of its cursor and its health
 * @param kind how it is read: like {@code feed} or {@code forum}
 * @param address what a person would open in a browser
 * @param every the time from the start of one poll to the start of the next
 */
public record Source(String name, String kind, String address, Duration every) {

    public Source {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a source needs a name");
        }
        if (!every.isPositive()) {
            throw new IllegalArgumentException("source " + name + " must be polled every so often, not every " + every);
        }
    }
}
