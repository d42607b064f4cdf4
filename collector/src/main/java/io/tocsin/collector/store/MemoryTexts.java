package io.tocsin.collector.store;

import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.copy.Saying;
import java.time.Instant;
import java.util.List;

/** Remembers what was said until the process ends. */
public final class MemoryTexts implements RecentTexts {
    private final TextIndex index = new TextIndex();

    @Override
    public synchronized List<Saying> trace(List<Saying> sayings) {
        return index.trace(sayings).all();
    }

    @Override
    public synchronized void forget(Instant before) {
        index.forget(before);
    }
}
