package io.tocsin.collector.connect;

import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.Optional;

/** Reads one source. Holds no memory of its own between calls but what it can afford to lose. */
public interface Connector extends AutoCloseable {
    /** After so many without posts a sample has none. */
    int MOST_STEPS_OF_SAMPLE = 5;

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
     * Reads some posts to look at. Nothing is kept but what was paid.
     *
     * @return the first step that has posts, or the last one tried: some sources look around before they give posts
     * @throws SourceException if it cannot be read
     */
    default Harvest sample(Instant now) throws SourceException {
        Harvest harvest = harvest(Cursor.START, now);
        for (int step = 1; harvest.posts().isEmpty() && harvest.more() && step < MOST_STEPS_OF_SAMPLE; step++) {
            harvest = harvest(harvest.cursor(), now);
        }
        return harvest;
    }

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
