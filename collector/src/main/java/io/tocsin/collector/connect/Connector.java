package io.tocsin.collector.connect;

import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.Optional;

/** Reads one source. Holds no memory of its own between calls but what it can afford to lose. */
public interface Connector extends AutoCloseable {

    /**
     * Reads on from the cursor.
     *
     * <p>One call is one step, small enough to be stored at once; {@link Harvest#more} asks for another.
     *
     * @param cursor where the last stored step ended, {@link Cursor#START} at first
     * @param now the time that relative dates on a page ("3 minutes ago") refer to
     * @throws SourceException if the source cannot be read now; nothing of this step is kept
     */
    Harvest harvest(Cursor cursor, Instant now) throws SourceException;

    /** As what software the source was recognised when it was last read, if that was left to the connector. */
    default Optional<String> recognised() {
        return Optional.empty();
    }

    /** Hangs up what is open between calls; the next call opens it again. */
    @Override
    default void close() {}

    /**
     * Tries out whether the source can be read. Nothing is kept, and nothing is read that must be paid for.
     *
     * @return how many posts there are in the first step
     * @throws SourceException if it cannot be read
     */
    default int probe(Instant now) throws SourceException {
        Harvest first = harvest(Cursor.START, now);
        Harvest found = first.more() && first.posts().isEmpty() ? harvest(first.cursor(), now) : first;
        Problem trouble = found.problem();
        if (trouble != null) {
            throw new SourceException(trouble.kind(), trouble.message());
        }
        return found.posts().size();
    }
}
