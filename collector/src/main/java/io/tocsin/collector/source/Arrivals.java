package io.tocsin.collector.source;

import java.time.Instant;
import java.util.List;

/** The memory of how many posts each source gave in each hour. Survives a restart. */
public interface Arrivals {

    /**
     * A poll ended well.
     *
     * @param posts how many new posts it gave; 0 counts as well, because it was listened to
     */
    void add(String source, Instant now, long posts);

    /** The hours from that time on in which the source was listened to, in order. */
    List<Hour> since(String source, Instant from);

    /** Forgets all hours that began before that time. */
    void forget(Instant before);

    /**
     * An hour in which a source was listened to.
     *
     * @param start the full hour, in UTC
     * @param last when the last post of the hour arrived; the start if none did
     */
    record Hour(Instant start, long posts, Instant last) {}
}
