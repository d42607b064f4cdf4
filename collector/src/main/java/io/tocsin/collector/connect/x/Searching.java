package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.stream.Streaming.Inquiry;
import io.tocsin.collector.connect.stream.Streaming.Step;
import io.tocsin.collector.connect.x.Budget.Allowance;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/**
 * Searches for one query after the other. Whether there is anything to read is asked first, for that costs nothing. The
 * most a search may cost is set aside before, so that one whose outcome is not known, because it failed or the process
 * died, stays paid.
 *
 * @param queries in X's own language
 */
record Searching(Search search, Budget budget, List<String> queries) implements Inquiry<Rounds, Post> {

    @Override
    public Step<Rounds, Post> ask(Rounds rounds, Instant now) throws SourceException {
        int turn = rounds.turn() < queries.size() ? rounds.turn() : 0;
        String words = queries.get(turn);
        Query query = rounds.query(words);
        long there = search.count(words, query, now);
        if (there == 0) {
            return next(List.of(), rounds.with(words, query.finished(), queries), turn);
        }
        SearchPage page = page(words, query, Math.clamp(there, Search.FEWEST, Search.MOST), now);
        Query after = query.after(page);
        Rounds read = rounds.with(words, after, queries);
        return after.until() == null ? next(page.posts(), read, turn) : new Step<>(page.posts(), read.at(turn), true);
    }

    /** Every post may bring its author along, who costs as much. */
    private SearchPage page(String words, Query query, int wanted, Instant now) throws SourceException {
        Allowance allowance = budget.take(2 * wanted, 1, now);
        int posts = allowance.reads() / 2;
        if (posts < Search.FEWEST) {
            allowance.settle(0);
            throw budget.usedUp(now);
        }
        SearchPage page = search.page(words, query, posts, now);
        allowance.settle(page.reads());
        return page;
    }

    private Step<Rounds, Post> next(List<Post> posts, Rounds rounds, int turn) {
        int next = turn + 1;
        boolean more = next < queries.size();
        return new Step<>(posts, rounds.at(more ? next : 0), more);
    }

    @Override
    public boolean beginsAt(Rounds rounds) {
        return rounds.isBetweenRounds();
    }

    @Override
    public Rounds after(Rounds rounds, List<Post> streamed, boolean all) {
        Rounds taken = rounds.and(streamed.size());
        return all ? taken.upTo(streamed, queries) : taken;
    }

    /** The newest posts for the first query that finds any. */
    List<Post> sample(Instant now) throws SourceException {
        for (String words : queries) {
            if (search.count(words, Query.FIRST, now) > 0) {
                return page(words, Query.FIRST, Search.FEWEST, now).posts();
            }
        }
        return List.of();
    }

    /** How many new posts there are for all queries, without reading one. */
    long count(Instant now) throws SourceException {
        long there = 0;
        for (String words : queries) {
            there += search.count(words, Query.FIRST, now);
        }
        return there;
    }
}
