package io.tocsin.collector.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was said lately. Survives a restart, but not for ever: of what is older than {@link #REACH} or came before the
 * last {@link #MOST}, nobody is a copy any more.
 */
public interface RecentTexts {
    /** So far apart, the same words are said anew. */
    Duration REACH = Duration.ofDays(14);

    /** More are not kept. */
    int MOST = 1 << 18;

    /**
     * Finds out who said each of it first, and remembers all of it, in this order. What was remembered already gets the
     * answer that it got then.
     *
     * @param sayings those that are no first ones were found to be copies by somebody else, who is believed
     * @return each with its origin, in the same order
     */
    List<Saying> trace(List<Saying> sayings);

    /** Forgets what became known before that time. */
    void forget(Instant before);
}
