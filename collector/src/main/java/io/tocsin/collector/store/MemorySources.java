package io.tocsin.collector.store;

import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.Sources;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** Remembers sources until the process ends. */
public final class MemorySources implements Sources {
    private final ConcurrentSkipListMap<String, SourceState> states = new ConcurrentSkipListMap<>();

    @Override
    public SourceState state(String name) {
        return states.getOrDefault(name, SourceState.fresh(name));
    }

    @Override
    public List<SourceState> all() {
        return List.copyOf(states.values());
    }

    @Override
    public void advance(String name, Cursor cursor, int posts, Instant now) {
        change(
                name,
                s -> new SourceState(
                        name, cursor, s.posts() + posts, now, s.lastFailure(), null, 0, null, s.recognised()));
    }

    @Override
    public void fail(String name, Problem problem, Instant now, Instant notBefore) {
        change(
                name,
                s -> new SourceState(
                        name,
                        s.cursor(),
                        s.posts(),
                        s.lastSuccess(),
                        now,
                        problem,
                        s.failuresInRow() + 1,
                        notBefore,
                        s.recognised()));
    }

    @Override
    public void alarm(String name, Problem problem) {
        change(
                name,
                s -> new SourceState(
                        name,
                        s.cursor(),
                        s.posts(),
                        s.lastSuccess(),
                        s.lastFailure(),
                        problem,
                        s.failuresInRow(),
                        s.notBefore(),
                        s.recognised()));
    }

    @Override
    public void recognise(String name, String software) {
        change(
                name,
                s -> new SourceState(
                        name,
                        s.cursor(),
                        s.posts(),
                        s.lastSuccess(),
                        s.lastFailure(),
                        s.problem(),
                        s.failuresInRow(),
                        s.notBefore(),
                        software));
    }

    private void change(String name, UnaryOperator<SourceState> step) {
        states.compute(name, (key, state) -> step.apply(state == null ? SourceState.fresh(key) : state));
    }
}
