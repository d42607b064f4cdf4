package io.tocsin.collector.connect.stream;

import io.tocsin.collector.source.SourceException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stream has brought and no poll has taken yet. The stream's thread puts in, polls take out. */
public final class Intake<T> {
    private final Deque<T> waiting = new ArrayDeque<>();
    private final int room;
    private @Nullable SourceException end;

    /** @param room how much may wait */
    public Intake(int room) {
        this.room = room;
    }

    /** Puts one in, and tells whether there is room for more. */
    public synchronized boolean put(T item) {
        waiting.addLast(item);
        return waiting.size() < room;
    }

    /** Nothing more will come. */
    public synchronized void end(SourceException why) {
        end = end == null ? why : end;
    }

    /** Takes the oldest out. */
    public synchronized List<T> take(int most) {
        List<T> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            taken.add(waiting.removeFirst());
        }
        return taken;
    }

    /** Why nothing more will come; {@code null} if more may. */
    public synchronized @Nullable SourceException ended() {
        return end;
    }
}
