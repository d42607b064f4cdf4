package io.tocsin.collector;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Arrivals;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.Sources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first stage for posts that callers bring by themselves; they go the way of those that are read. */
public final class Doors {
    private static final Logger log = LoggerFactory.getLogger(Doors.class);
    /** As many as are handed on at once. */
    private static final int STEP = 500;

    private final List<Door> doors;
    private final Sources memory;
    private final Arrivals arrivals;
    private final Listener listener;
    private final PostSink sink;
    private final InstantSource clock;

    public Doors(List<DoorSettings> settings, Memory memory, PostSink sink, InstantSource clock) {
        this.doors = settings.stream()
                .map(door -> new Door(door.source(), digest(door.token())))
                .toList();
        this.memory = memory.sources();
        this.arrivals = memory.arrivals();
        this.listener = new Listener(memory);
        this.sink = new CopyFinder(memory.texts(), sink);
        this.clock = clock;
    }

    /** Where posts come in, in the order of the configuration. */
    public List<Source> sources() {
        return doors.stream().map(Door::source).toList();
    }

    /** What has come by one of them, and how it is doing. */
    public SourceState state(String name) {
        return memory.state(name);
    }

    /** The name of the source whose token this is. How long the answer takes tells nothing about the tokens. */
    public Optional<String> nameOf(String token) {
        byte[] shown = digest(token);
        @Nullable String name = null;
        for (Door door : doors) {
            name = MessageDigest.isEqual(shown, door.digest()) ? door.source().name() : name;
        }
        return Optional.ofNullable(name);
    }

    /**
     * Takes posts over. When it returns they are stored; a post that was taken before is taken again without harm.
     *
     * @param refused what was brought along and is no post, for the people who look after the source
     * @throws SourceException if they could not be stored; the caller should bring all of them again
     */
    public void deliver(String name, List<Post> posts, @Nullable Problem refused) throws SourceException {
        try {
            take(name, posts, clock.instant());
            if (refused != null) {
                memory.alarm(name, refused);
            }
        } catch (RuntimeException e) {
            log.error("Posts for source {} cannot be taken over", name, e);
            Problem problem = new Problem(
                    Problem.Kind.STORAGE,
                    "Posts came but could not be stored; the caller was told to bring them again.");
            remember(name, problem);
            throw new SourceException(problem.kind(), problem.message(), null, e);
        }
    }

    private void take(String name, List<Post> posts, Instant now) {
        for (int from = 0; from < posts.size(); from += STEP) {
            sink.accept(posts.subList(from, Math.min(posts.size(), from + STEP)).stream()
                    .map(post -> stamped(post, now))
                    .toList());
        }
        if (!posts.isEmpty()) {
            memory.advance(name, Cursor.START, posts.size(), now);
            arrivals.add(name, now, posts.size());
        }
    }

    /** Looks whether the posts of a source have stopped coming. */
    public void listen(String name) {
        listener.listen(name, 0, clock.instant());
    }

    private void remember(String name, Problem problem) {
        try {
            memory.alarm(name, problem);
        } catch (RuntimeException e) {
            log.error("The problem of source {} cannot be remembered", name, e);
        }
    }

    private static Post stamped(Post post, Instant now) {
        return post.toBuilder()
                .collectedAt(Objects.requireNonNullElse(post.collectedAt(), now))
                .build();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest only
    private record Door(Source source, byte[] digest) {}
}
