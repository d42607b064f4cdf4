package io.tocsin.collector.connect;

import java.util.List;

/** A connector that reads some posts because of others that it harvested, and forgets those when the process ends. */
public interface Reminded extends Connector {

    /** How many it can keep in mind. */
    int capacity();

    /**
     * Reminds it, before it is asked for anything.
     *
     * @param ids of posts that it harvested, the newest first, {@link #capacity} at most
     */
    void remind(List<String> ids);
}
