package io.tocsin.collector.connect;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connector that can read posts again by their ids. */
public interface Recounter extends Connector {

    /** How many posts one call may ask for; 0 if this source cannot be asked. */
    int batch();

    /** Whether the platform tells anything about this post, which the connector harvested, when it is asked again. */
    default boolean tells(String id) {
        return true;
    }

    /**
     * Reads posts again.
     *
     * @param ids of posts that this connector harvested, {@link #batch} at most
     * @return what was learned; nothing about a post whose fate is not known
     * @throws SourceException if nothing can be learned now
     */
    List<Reading> recount(List<String> ids, Instant now) throws SourceException;

    /** The readings of a platform whose answer leaves out those posts that are no more. */
    static List<Reading> readings(List<String> asked, List<Post> found) {
        Set<String> there = found.stream().map(Post::id).collect(Collectors.toSet());
        return Stream.<Reading>concat(
                        found.stream().map(Reading.Seen::new),
                        asked.stream().filter(id -> !there.contains(id)).map(Reading.Gone::new))
                .toList();
    }

    /**
     * The readings of a platform that is asked for one post at a time, and may tell of others beside it.
     *
     * @param call what it says about the post; without that post, or missing, if it is no more
     */
    static List<Reading> oneByOne(List<String> ids, Call call) throws SourceException {
        Map<String, Reading> known = new LinkedHashMap<>();
        for (String id : ids) {
            if (!known.containsKey(id)) {
                said(id, call).forEach(post -> known.put(post.id(), new Reading.Seen(post)));
                known.putIfAbsent(id, new Reading.Gone(id));
            }
        }
        known.keySet().retainAll(ids);
        return List.copyOf(known.values());
    }

    private static List<Post> said(String id, Call call) throws SourceException {
        try {
            return call.about(id);
        } catch (SourceException e) {
            if (e.problem().kind() != Problem.Kind.MISSING) {
                throw e;
            }
            return List.of();
        }
    }

    /** Asks for one post. */
    interface Call {
        List<Post> about(String id) throws SourceException;
    }

    /** What was learned about one post. */
    sealed interface Reading {
        String id();

        /** The post as it is now. */
        record Seen(Post post) implements Reading {
            @Override
            public String id() {
                return post.id();
            }
        }

        /** The post is not where it was. That may be a whim of the server: it counts if it is said twice. */
        record Gone(String id) implements Reading {}
    }
}
