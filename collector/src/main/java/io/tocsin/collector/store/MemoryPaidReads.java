package io.tocsin.collector.store;

import io.tocsin.collector.source.PaidReads;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Remembers paid reads until the process ends. */
public final class MemoryPaidReads implements PaidReads {
    private final Map<Key, Integer> made = new HashMap<>();

    private record Key(String source, LocalDate day) {}

    @Override
    public synchronized int reserve(String source, LocalDate day, int wanted, int daily) {
        Key key = new Key(source, day);
        int before = made.getOrDefault(key, 0);
        int taken = Math.clamp(daily - before, 0, wanted);
        made.put(key, before + taken);
        return taken;
    }

    @Override
    public synchronized void putBack(String source, LocalDate day, int reads) {
        made.merge(new Key(source, day), -reads, Integer::sum);
    }

    @Override
    public synchronized void forget(LocalDate before) {
        made.keySet().removeIf(key -> key.day().isBefore(before));
    }
}
