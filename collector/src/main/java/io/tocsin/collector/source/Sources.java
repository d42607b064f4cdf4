package io.tocsin.collector.source;

import java.time.Instant;
import java.util.List;

/** The memory of all sources: cursors and health. Survives a restart. */
public interface Sources {

    /** The state of a source; {@link SourceState#fresh} if nothing is remembered of it. */
    SourceState state(String name);

    /** All states remembered, by name. */
    List<SourceState> all();

    /**
     * The posts up to the cursor are stored: move on, and forget the problem.
     *
     * @param posts how many posts this step delivered
     */
    void advance(String name, Cursor cursor, int posts, Instant now);

    /** A poll failed: keep the cursor, remember the problem, and wait. */
    void fail(String name, Problem problem, Instant now, Instant notBefore);

    /** A poll went well, and yet something is wrong: remember the problem, and go on as before. */
    void alarm(String name, Problem problem);

    /** The source was recognised: remember as what. */
    void recognise(String name, String software);
}
