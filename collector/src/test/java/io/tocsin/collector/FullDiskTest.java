package io.tocsin.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.FullDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk on which nothing more fits: the source says so, and goes on where it stopped when there is room again. */
class FullDiskTest {
    private static final Source NEWS = new Source("news", "test", "https://example.org/", Duration.ofMinutes(5));
    /** A post a poll; the cursor is the number of the next. */
    private static final Connector ONE_BY_ONE = (cursor, now) -> {
        int next = cursor.equals(Cursor.START) ? 0 : Integer.parseInt(cursor.value());
        return new Harvest(List.of(post(next)), new Cursor(Integer.toString(next + 1)), false);
    };

    @TempDir
    private Path folder;

    private final Map<String, Post> stored = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private boolean storeIsFull;

    @AfterEach
    void makeRoom() {
        FullDisk.setFull(false);
    }

    @Test
    void theStateIsClearAndNothingIsLost() {
        try (Database database = Database.open(FullDisk.settings(folder))) {
            Memory memory = Memory.in(database);
            Collector collector = collector(memory);
            poll(collector, 2);
            FullDisk.setFull(true);
            storeIsFull = true;

            poll(collector, 3);

            SourceState state = memory.sources().state("news");
            Problem problem = Objects.requireNonNull(state.problem());
            assertThat(state.health()).isEqualTo(Health.FAILING);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.STORAGE);
            assertThat(problem.message()).contains("will be read again");
            storeIsFull = false;
            poll(collector, 3);
            assertThat(Objects.requireNonNull(memory.sources().state("news").problem())
                            .message())
                    .contains("will be read again", "disk is not full");
        }
        FullDisk.setFull(false);
        try (Database database = Database.open(FullDisk.settings(folder))) {
            Memory memory = Memory.in(database);

            poll(collector(memory), 4);

            assertThat(memory.sources().state("news").health()).isEqualTo(Health.HEALTHY);
            assertThat(stored.keySet()).containsExactly("test:0", "test:1", "test:2", "test:3", "test:4", "test:5");
        }
    }

    private void poll(Collector collector, int times) {
        for (int i = 0; i < times; i++) {
            collector.collect("news");
            now = now.plus(Duration.ofHours(2));
        }
    }

    private Collector collector(Memory memory) {
        return new Collector(Map.of(NEWS, ONE_BY_ONE), memory, this::store, () -> now, new Random(1));
    }

    private void store(List<Post> posts) {
        if (storeIsFull) {
            throw new IllegalStateException("the disk is full");
        }
        posts.forEach(post -> stored.put(post.id(), post));
    }

    private static Post post(int number) {
        return Post.builder("test:" + number, "test", "text", Instant.parse("2026-03-01T11:00:00Z"))
                .build();
    }
}
