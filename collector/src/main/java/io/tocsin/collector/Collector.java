package io.tocsin.collector;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Reminded;
import io.tocsin.collector.growth.Observations;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first stage: reads sources, hands their posts on, and remembers how far it came. */
public final class Collector implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Collector.class);
    /** One poll goes no further than this; the next one goes on from there, so that no source keeps a thread for ever. */
    private static final int STEPS_PER_POLL = 200;

    private final Map<String, Polled> polled = new LinkedHashMap<>();
    private final Sources memory;
    private final Listener listener;
    private final Following following;
    private final PostSink sink;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * @param connectors what is read, and how; the names of the sources differ
     * @param memory survives this object
     * @param random spreads the back-off of sources that failed together
     */
    public Collector(
            Map<Source, Connector> connectors,
            Memory memory,
            PostSink sink,
            InstantSource clock,
            RandomGenerator random) {
        connectors.forEach(
                (source, connector) -> polled.put(source.name(), new Polled(source, connector, new ReentrantLock())));
        connectors.forEach((source, connector) -> remind(source.name(), connector, memory.observations()));
        this.memory = memory.sources();
        this.listener = new Listener(memory);
        this.following = new Following(memory.observations());
        this.sink = new CopyFinder(memory.texts(), sink);
        this.clock = clock;
        this.random = random;
    }

    private static void remind(String source, Connector connector, Observations observations) {
        if (connector instanceof Reminded reminded) {
            reminded.remind(observations.newest(source, reminded.capacity()));
        }
    }

    /** What is read, in the order of the configuration. */
    public List<Source> sources() {
        return polled.values().stream().map(Polled::source).toList();
    }

    /**
     * Reads all that a source has to give now. Whatever goes wrong becomes the source's problem: it keeps its cursor, is
     * left alone for a while, and stops nobody else. Does nothing while the source is being read or left alone.
     */
    public void collect(String name) {
        Polled source = Objects.requireNonNull(polled.get(name), () -> "there is no source " + name);
        if (!source.lock().tryLock()) {
            return;
        }
        try {
            if (mayBeRead(memory.state(name))) {
                read(source);
            }
        } finally {
            source.lock().unlock();
        }
    }

    /** Hangs up on all sources, once none is being read. */
    @Override
    public void close() {
        polled.values().forEach(source -> source.connector().close());
    }

    private boolean mayBeRead(SourceState state) {
        return state.notBefore() == null || !clock.instant().isBefore(state.notBefore());
    }

    private void read(Polled polled) {
        Source source = polled.source();
        try {
            long before = memory.state(source.name()).posts();
            boolean more = true;
            for (int step = 0; more && step < STEPS_PER_POLL; step++) {
                more = takeStep(source, polled.connector());
            }
            listener.listen(source.name(), memory.state(source.name()).posts() - before, clock.instant());
        } catch (SourceException e) {
            log.warn("Source {} cannot be read: {}", source.name(), e.getMessage(), e.getCause());
            fail(source, e.problem(), e.retryAfter().orElse(Duration.ZERO));
        } catch (RuntimeException e) {
            log.error("Source {} failed unexpectedly", source.name(), e);
            fail(source, unexpected(e), Duration.ZERO);
        }
    }

    private boolean takeStep(Source source, Connector connector) throws SourceException {
        Instant now = clock.instant();
        String name = source.name();
        SourceState before = memory.state(name);
        Harvest harvest = connector.harvest(before.cursor(), now).where(post -> source.takes(post.createdAt(), now));
        keep(name, connector, harvest, now);
        noteSoftware(name, connector, before);
        Problem problem = harvest.problem();
        if (problem != null && problem.kind() != Problem.Kind.STREAM) {
            throw new SourceException(problem.kind(), problem.message());
        }
        if (problem != null) {
            memory.alarm(name, problem);
        }
        return harvest.more();
    }

    private void keep(String name, Connector connector, Harvest harvest, Instant now) throws SourceException {
        try {
            Following.Step step = following.begin(name, connector, harvest, now);
            handOn(step.all());
            following.end(name, connector, step, now);
            memory.advance(name, harvest.cursor(), step.posts().size(), now);
        } catch (RuntimeException e) {
            throw new SourceException(
                    Problem.Kind.STORAGE,
                    "It was read, but how far could not be stored, so it will be read again from where it was. Check"
                            + " that the database runs, and that its disk is not full.",
                    null,
                    e);
        }
    }

    private void noteSoftware(String name, Connector connector, SourceState before) {
        connector
                .recognised()
                .filter(software -> !software.equals(before.recognised()))
                .ifPresent(software -> memory.recognise(name, software));
    }

    private void handOn(List<Post> posts) throws SourceException {
        if (posts.isEmpty()) {
            return;
        }
        try {
            sink.accept(posts);
        } catch (RuntimeException e) {
            String message = "The posts were read but could not be stored, and will be read again. " + e.getMessage();
            throw new SourceException(Problem.Kind.STORAGE, message, null, e);
        }
    }

    private void fail(Source source, Problem problem, Duration askedFor) {
        Instant now = clock.instant();
        int failures = memory.state(source.name()).failuresInRow() + 1;
        Duration wait = BackOff.after(source.every(), failures, random);
        memory.fail(source.name(), problem, now, now.plus(wait.compareTo(askedFor) < 0 ? askedFor : wait));
    }

    private static Problem unexpected(RuntimeException e) {
        return new Problem(
                Problem.Kind.UNREADABLE,
                "An unexpected error (" + e.getClass().getSimpleName()
                        + ") while it was read. The log has the details; please report them.");
    }

    private record Polled(Source source, Connector connector, ReentrantLock lock) {}
}
