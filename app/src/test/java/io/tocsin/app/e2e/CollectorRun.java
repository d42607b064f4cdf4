package io.tocsin.app.e2e;

import io.tocsin.collector.Collector;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.Connectors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.PostSink;
import io.tocsin.collector.Recounts;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The collector with one source, from its start to its end. What it remembers is in a folder, for the next run. */
final class CollectorRun implements AutoCloseable, PostSink {
    /** The name that the settings must have. */
    static final String SOURCE = "source";

    private static final FetchSettings MANNERS =
            new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(30), 5_000_000);

    private final Database database;
    private final Memory memory;
    private final HttpFetcher fetcher = new HttpFetcher(MANNERS, InstantSource.system());
    private final Map<String, Post> stored;
    private final Collector collector;
    private final Recounts recounts;
    private Duration ahead = Duration.ZERO;

    /** @param stored gets what is handed on, by id, as the store of posts keeps it */
    CollectorRun(Path folder, SourceSettings source, Map<String, Post> stored) {
        this.database = Database.open(DatabaseSettings.embedded(folder));
        this.memory = Memory.in(database);
        this.stored = stored;
        Map<Source, Connector> connectors =
                Connectors.create(new CollectorSettings(MANNERS, List.of(source)), fetcher, memory.paidReads());
        InstantSource clock = InstantSource.system();
        this.collector = new Collector(connectors, memory, this, clock, new Random(1));
        this.recounts = new Recounts(
                connectors, memory, this, List::of, () -> clock.instant().plus(ahead));
    }

    void poll() {
        collector.collect(SOURCE);
    }

    /** Counts as will be done after so long. */
    void recountIn(Duration time) {
        ahead = time;
        recounts.recount(SOURCE);
    }

    Memory memory() {
        return memory;
    }

    @Override
    public void accept(List<Post> posts) {
        posts.forEach(post -> stored.put(post.id(), post));
    }

    @Override
    public void grown(List<Post> posts) {
        accept(posts);
    }

    @Override
    public void close() {
        collector.close();
        fetcher.close();
        database.close();
    }
}
