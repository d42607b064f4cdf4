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
        change(name, state -> state.advanced(cursor, posts, now));
    }

    @Override
    public void fail(String name, Problem problem, Instant now, Instant notBefore) {
        change(name, state -> state.failed(problem, now, notBefore));
    }

    @Override
    public void alarm(String name, Problem problem) {
        change(name, state -> state.alarmed(problem));
    }

    @Override
    public void recognise(String name, String software) {
        change(name, state -> state.recognisedAs(software));
    }

    private void change(String name, UnaryOperator<SourceState> step) {
        states.compute(name, (key, state) -> step.apply(state == null ? SourceState.fresh(key) : state));
    }
}
