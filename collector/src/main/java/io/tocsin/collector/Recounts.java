package io.tocsin.collector;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.growth.Followed;
import io.tocsin.collector.growth.Observations;
import io.tocsin.collector.growth.Recount;
import io.tocsin.collector.post.Observation;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the counts of posts again while they grow, and hands on what has changed. */
public final class Recounts {
    private static final Logger log = LoggerFactory.getLogger(Recounts.class);
    /** One turn makes no more, so that it holds up no poll of the same host for long. */
    private static final int CALLS_PER_TURN = 10;

    private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);

    private final Map<String, Recounter> recounters = new LinkedHashMap<>();
    private final Sources memory;
    private final Observations observations;
    private final PostSink sink;
    private final Urgent urgent;
    private final InstantSource clock;

    /**
     * Counts nothing until it is told to.
     *
     * @param urgent the ids of posts that an incident depends on
     */
    public Recounts(
            Map<Source, Connector> connectors,
            Memory memory,
            PostSink sink,
            Supplier<? extends Collection<String>> urgent,
            InstantSource clock) {
        connectors.forEach((source, connector) -> {
            if (connector instanceof Recounter recounter && recounter.batch() > 0) {
                recounters.put(source.name(), recounter);
            }
        });
        this.memory = memory.sources();
        this.observations = memory.observations();
        this.sink = new CopyFinder(memory.texts(), sink);
        this.urgent = new Urgent(urgent);
        this.clock = clock;
    }

    /** The sources whose posts can be counted again. */
    public Set<String> sources() {
        return Set.copyOf(recounters.keySet());
    }

    /**
     * Reads the counts of the source's posts that are due. What cannot be read now is tried again later; the state of
     * the source stays as it is, because new posts matter more than old counts.
     */
    public void recount(String source) {
        Recounter recounter = Objects.requireNonNull(recounters.get(source));
        Instant now = clock.instant();
        if (isLeftAlone(memory.state(source), now)) {
            return;
        }
        List<Followed> due = due(source, recounter.batch() * CALLS_PER_TURN, now);
        for (int from = 0; from < due.size(); from += recounter.batch()) {
            List<Followed> some = due.subList(from, Math.min(due.size(), from + recounter.batch()));
            if (!read(source, recounter, some, now)) {
                return;
            }
        }
    }

    private static boolean isLeftAlone(SourceState state, Instant now) {
        return state.notBefore() != null && now.isBefore(state.notBefore());
    }

    /** The urgent first; what was missed waits for its turn, or a whim would count twice. */
    private List<Followed> due(String source, int most, Instant now) {
        Stream<Followed> first = observations.find(source, urgent.posts(now)).stream()
                .filter(post -> post.goneAt() == null && !post.missed())
                .filter(post -> Recount.decide(post.written(), post.lastRead(), true, now) instanceof Recount.Now);
        return Stream.concat(first, observations.due(source, now, most).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    /** @return whether it makes sense to go on */
    private boolean read(String source, Recounter recounter, List<Followed> posts, Instant now) {
        try {
            keep(
                    source,
                    posts,
                    recounter.recount(posts.stream().map(Followed::id).toList(), now),
                    now);
            return true;
        } catch (SourceException e) {
            log.warn("The counts of {} cannot be read now: {}", source, e.getMessage());
            Instant until = now.plus(e.retryAfter().orElse(ASKED_AGAIN));
            observations.save(
                    source, posts.stream().map(post -> post.postponed(until)).toList(), List.of());
            return false;
        }
    }

    /** First the posts, then that they were read: after a crash in between they are read again. */
    private void keep(String source, List<Followed> posts, List<Reading> readings, Instant now) {
        Map<String, Reading> byId =
                readings.stream().collect(Collectors.toMap(Reading::id, Function.identity(), (one, other) -> one));
        List<Post> changed = new ArrayList<>();
        List<Post> grown = new ArrayList<>();
        List<Followed> after = new ArrayList<>();
        List<Observation> observed = new ArrayList<>();
        for (Followed post : posts) {
            switch (byId.get(post.id())) {
                case Reading.Seen(Post seen) -> {
                    Post stamped =
                            seen.toBuilder().collectedAt(post.collected()).build();
                    after.add(Followed.of(stamped, now));
                    observed.add(Observation.of(seen, now));
                    switch (post.change(seen)) {
                        case EDITED -> changed.add(stamped);
                        case COUNTED -> grown.add(stamped);
                        case NONE -> {}
                    }
                }
                case Reading.Gone gone
                when post.missed() -> {
                    after.add(post.withdrawn(now));
                    changed.add(post.remains());
                }
                case Reading.Gone once -> after.add(post.missedUntil(now.plus(ASKED_AGAIN)));
                case null -> after.add(post.readAt(now));
            }
        }
        if (!changed.isEmpty()) {
            sink.accept(changed);
        }
        if (!grown.isEmpty()) {
            sink.grown(grown);
        }
        observations.save(source, after, observed);
    }
}
