package io.tocsin.collector.connect;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connector that can read posts again by their ids. */
public interface Recounter extends Connector {

    /** How many posts one call may ask for; 0 if this source cannot be asked. */
    int batch();

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
