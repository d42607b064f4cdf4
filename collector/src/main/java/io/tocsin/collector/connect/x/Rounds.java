package io.tocsin.collector.connect.x;

import io.tocsin.collector.post.Post;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a cursor.
 *
 * @param turn which query is read next
 * @param queries how far each was read, by its words
 * @param streamed how many posts a stream has brought, so that no two cursors look alike
 */
record Rounds(int turn, Map<String, Query> queries, long streamed) {
    static final Rounds START = new Rounds(0, Map.of(), 0);

    Rounds {
        queries = Map.copyOf(queries);
    }

    Query query(String words) {
        return queries.getOrDefault(words, Query.FIRST);
    }

    Rounds at(int newTurn) {
        return new Rounds(newTurn, queries, streamed);
    }

    /** Whether no walk is under way. */
    boolean isBetweenRounds() {
        return turn == 0 && queries.values().stream().allMatch(query -> query.until() == null);
    }

    /** After a stream brought so many posts that may not be all. */
    Rounds and(int posts) {
        return new Rounds(turn, queries, streamed + posts);
    }

    /** After these posts came by a stream that brings the posts of all queries. */
    Rounds upTo(List<Post> posts, List<String> configured) {
        String newest = posts.stream()
                .map(post -> new BigInteger(Tweet.local(post.id())))
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .toString();
        Map<String, Query> all = new HashMap<>();
        configured.forEach(words -> all.put(words, query(words).upTo(newest)));
        return new Rounds(turn, all, streamed);
    }

    /** Queries that are no longer configured are forgotten. */
    Rounds with(String words, Query query, List<String> configured) {
        Map<String, Query> all = new HashMap<>(queries);
        all.put(words, query);
        all.keySet().retainAll(configured);
        return new Rounds(turn, all, streamed);
    }
}
