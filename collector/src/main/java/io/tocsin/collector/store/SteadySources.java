package io.tocsin.collector.store;

import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sources whose trouble is told even while it cannot be stored, as on a full disk: until it can, it is kept in mind. How
 * far a source was read is never kept in mind only.
 */
public final class SteadySources implements Sources {
    private static final Logger log = LoggerFactory.getLogger(SteadySources.class);

    private final Sources stored;
    private final Map<String, SourceState> known = new ConcurrentHashMap<>();
    private final Map<String, SourceState> unsaved = new ConcurrentHashMap<>();

    public SteadySources(Sources stored) {
        this.stored = stored;
    }

    @Override
    public SourceState state(String name) {
        SourceState trouble = unsaved.get(name);
        return trouble == null ? lastStored(name) : trouble;
    }

    /** As it is stored; if that cannot be read now, as it was. */
    private SourceState lastStored(String name) {
        try {
            SourceState state = stored.state(name);
            known.put(name, state);
            return state;
        } catch (RuntimeException unreadable) {
            SourceState before = known.get(name);
            if (before == null) {
                throw unreadable;
            }
            return before;
        }
    }

    @Override
    public List<SourceState> all() {
        return stored.all().stream()
                .map(state -> unsaved.getOrDefault(state.name(), state))
                .toList();
    }

    @Override
    public void advance(String name, Cursor cursor, int posts, Instant now) {
        stored.advance(name, cursor, posts, now);
        unsaved.remove(name);
    }

    @Override
    public void fail(String name, Problem problem, Instant now, Instant notBefore) {
        save(name, () -> stored.fail(name, problem, now, notBefore), state(name).failed(problem, now, notBefore));
    }

    @Override
    public void alarm(String name, Problem problem) {
        save(name, () -> stored.alarm(name, problem), state(name).alarmed(problem));
    }

    private void save(String name, Runnable change, SourceState after) {
        try {
            change.run();
            unsaved.remove(name);
        } catch (RuntimeException e) {
            log.error("The trouble of source {} cannot be stored, and is kept in mind", name, e);
            unsaved.put(name, after);
        }
    }

    @Override
    public void recognise(String name, String software) {
        stored.recognise(name, software);
    }
}
