package io.tocsin.collector.connect.x;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a cursor.
 *
 * @param turn which query is read next
 * @param queries how far each was read, by its words
 * @param reserved what the next search may cost; the budget counts it as spent already
 */
record Rounds(
        int turn,
        Map<String, Query> queries,
        Budget budget,
        @Nullable Reservation reserved) {
    static final Rounds START = new Rounds(0, Map.of(), Budget.NEW, null);

    Rounds {
        queries = Map.copyOf(queries);
    }

    /**
     * Reads that are set aside before they are asked for, so that what a crash leaves unknown counts as read.
     *
     * @param ticket known to the process that made it only
     * @param posts how many to ask for; their authors may cost as much again
     */
    record Reservation(String ticket, int posts) {
        int reads() {
            return 2 * posts;
        }
    }

    Query query(String words) {
        return queries.getOrDefault(words, Query.FIRST);
    }

    Rounds at(int newTurn) {
        return new Rounds(newTurn, queries, budget, null);
    }

    Rounds with(Budget newBudget, @Nullable Reservation reservation) {
        return new Rounds(turn, queries, newBudget, reservation);
    }

    /** Queries that are no longer configured are forgotten. */
    Rounds with(String words, Query query, List<String> configured) {
        Map<String, Query> all = new HashMap<>(queries);
        all.put(words, query);
        all.keySet().retainAll(configured);
        return new Rounds(turn, all, budget, reserved);
    }
}
