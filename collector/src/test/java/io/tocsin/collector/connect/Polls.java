package io.tocsin.collector.connect;

import io.tocsin.collector.Collector;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.Connectors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.TestClock;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Polls one source as Tocsin does, each time by a new connector, as after a restart. */
public final class Polls implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TestClock clock = new TestClock(NOON);
    private final FetchSettings manners;
    private final HttpFetcher fetcher;
    private final Memory memory = Memory.ofProcess();
    private final List<Post> arrived = new ArrayList<>();
    private final SourceSettings settings;

    public Polls(SourceSettings settings) {
        this(settings, Duration.ofSeconds(20));
    }

    /** @param timeout of one request */
    public Polls(SourceSettings settings, Duration timeout) {
        this.settings = settings;
        this.manners = new FetchSettings(null, Duration.ZERO, timeout, 1_000_000);
        this.fetcher = new HttpFetcher(manners, clock);
    }

    public static Polling polling() {
        return new Polling("test", Duration.ofMinutes(5), true);
    }

    /** One poll. */
    public List<Post> poll() {
        int before = arrived.size();
        CollectorSettings all = new CollectorSettings(manners, List.of(settings));
        new Collector(
                        Connectors.create(all, fetcher, memory.paidReads()),
                        memory,
                        arrived::addAll,
                        clock,
                        new Random(1))
                .collect("test");
        return List.copyOf(arrived.subList(before, arrived.size()));
    }

    /** One of the posts as its connector gave it, before anybody noted when it came. */
    public static Post as(List<Post> posts, String id) {
        return posts.stream()
                .filter(post -> post.id().equals(id))
                .map(post -> post.toBuilder().collectedAt(null).build())
                .findFirst()
                .orElseThrow();
    }

    /** Asks for posts again. */
    public List<Reading> recount(String... ids) throws SourceException {
        return recounter().recount(List.of(ids), clock.instant());
    }

    /** Whether it is worth while to ask for the post again. */
    public boolean tells(String id) {
        return recounter().tells(id);
    }

    /** Tries the source out. */
    public int probe() throws SourceException {
        return connector().probe(clock.instant());
    }

    private Recounter recounter() {
        return (Recounter) connector();
    }

    private Connector connector() {
        CollectorSettings all = new CollectorSettings(manners, List.of(settings));
        return Connectors.create(all, fetcher, memory.paidReads())
                .values()
                .iterator()
                .next();
    }

    public void pass(Duration time) {
        clock.sleep(time);
    }

    public Instant now() {
        return clock.instant();
    }

    public SourceState state() {
        return memory.sources().state("test");
    }

    /** All posts that arrived. */
    public List<Post> arrived() {
        return List.copyOf(arrived);
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
