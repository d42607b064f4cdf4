package io.tocsin.collector.connect.stream;

import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a stream has brought, and closes gaps by asking. There is a gap after the start, after the stream broke off,
 * and when what was taken could not be stored; it is closed when a whole round of questions has begun and ended while the
 * same stream was open. Only then does what the stream brings move the place from where will be asked.
 *
 * @param <C> a place, the content of a cursor
 * @param <E> what the source tells of
 */
public final class Streaming<C, E> {
    private static final Logger log = LoggerFactory.getLogger(Streaming.class);
    private static final int STEP = 500;

    private final Inquiry<C, E> inquiry;
    private final Opener<E> opener;
    private @Nullable Stream<E> stream;
    private @Nullable Stream<E> openWhenRoundBegan;
    private @Nullable C expected;
    private boolean gap = true;
    private Reconnect reconnect = Reconnect.AT_ONCE;
    private @Nullable SourceException trouble;

    public Streaming(Inquiry<C, E> inquiry, Opener<E> opener) {
        this.inquiry = inquiry;
        this.opener = opener;
    }

    /** One connection. */
    public interface Stream<E> extends AutoCloseable {
        /** The oldest that wait. */
        List<E> take(int most);

        /** Why nothing more will come; {@code null} if more may. */
        @Nullable
        SourceException ended();

        @Override
        void close();
    }

    /** How a stream is opened. */
    public interface Opener<E> {
        Stream<E> open() throws SourceException;
    }

    /** How the source is asked, in rounds of some questions each. */
    public interface Inquiry<C, E> {
        Step<C, E> ask(C place, Instant now) throws SourceException;

        /** Whether the next question begins a round. */
        boolean beginsAt(C place);

        /**
         * The place after a stream brought something; never the same twice.
         *
         * @param all whether nothing is missing before it
         */
        C after(C place, List<E> streamed, boolean all);
    }

    /**
     * What one question or one look at the stream gave.
     *
     * @param more whether there is more to be had now
     */
    public record Step<C, E>(List<E> found, C after, boolean more) {}

    /** Takes from the stream, or asks. */
    public Step<C, E> step(C place, Instant now) throws SourceException {
        if (!place.equals(expected)) {
            gap = true;
        }
        Step<C, E> step = next(place, now);
        expected = step.after();
        return step;
    }

    private Step<C, E> next(C place, Instant now) throws SourceException {
        List<E> arrived = stream == null ? List.of() : stream.take(STEP);
        if (!arrived.isEmpty()) {
            return new Step<>(arrived, inquiry.after(place, arrived, !gap), true);
        }
        keepOpen(now);
        return gap ? ask(place, now) : new Step<>(List.of(), place, false);
    }

    private Step<C, E> ask(C place, Instant now) throws SourceException {
        if (inquiry.beginsAt(place)) {
            openWhenRoundBegan = stream;
        }
        Step<C, E> step = inquiry.ask(place, now);
        if (!step.more()) {
            gap = stream == null || !stream.equals(openWhenRoundBegan);
        }
        boolean again = !step.more() && gap && stream != null;
        return again ? new Step<>(step.found(), step.after(), true) : step;
    }

    private void keepOpen(Instant now) throws SourceException {
        if (stream != null && stream.ended() == null) {
            return;
        }
        hangUp();
        if (reconnect.isDue(now)) {
            open(now);
        }
    }

    private void open(Instant now) throws SourceException {
        try {
            stream = opener.open();
            reconnect = Reconnect.AT_ONCE;
            trouble = null;
        } catch (SourceException e) {
            if (e.retryAfter().isPresent()) {
                throw e;
            }
            reconnect = reconnect.failed(e.problem().kind(), now);
            trouble = e;
        }
    }

    /** Hangs up; the next step opens the stream again. */
    public void hangUp() {
        if (stream != null) {
            Optional.ofNullable(stream.ended()).ifPresent(end -> log.info("{}", end.getMessage()));
            stream.close();
        }
        stream = null;
        gap = true;
    }

    /** Why the source is only asked. */
    public Optional<Problem> trouble() {
        return Optional.ofNullable(trouble)
                .map(e -> new Problem(
                        Problem.Kind.STREAM,
                        e.problem().message() + " Until its stream holds, posts are asked for at every poll."));
    }
}
