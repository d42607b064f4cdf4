package io.tocsin.collector.connect.listing;

import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a listing was read.
 *
 * @param page where the sweep goes on; {@code null} if it is over
 * @param pages how many pages of it were read
 * @param first whether it is the first ever
 * @param before the newest posts that earlier sweeps delivered, by id
 * @param fresh the newest that this one did
 */
record Sweep(@Nullable String page, int pages, boolean first, Map<String, Mark> before, Map<String, Mark> fresh) {
    static final Sweep FIRST = new Sweep(null, 0, true, Map.of(), Map.of());
    /** More than any platform puts on the pages that are read again at every poll. */
    static final int MEMORY = 1_000;

    boolean isNews(Post post) {
        Mark known = fresh.getOrDefault(post.id(), before.get(post.id()));
        return known == null || known.hash() != Mark.of(post).hash();
    }

    /**
     * After one more page.
     *
     * @param news those of its posts that are new or were edited; if there are none, older pages have none either
     */
    Sweep after(Collection<Post> news, @Nullable String next) {
        Map<String, Mark> delivered = new HashMap<>(fresh);
        news.forEach(post -> delivered.put(post.id(), Mark.of(post)));
        int most = first ? ListingConnector.FIRST_PAGES : ListingConnector.MOST_PAGES;
        if (next != null && !news.isEmpty() && pages + 1 < most) {
            Map<String, Mark> kept = new HashMap<>(newest(delivered));
            news.forEach(
                    post -> kept.put(post.id(), Mark.of(post))); // the next page may begin with the end of this one
            return new Sweep(next, pages + 1, first, before, kept);
        }
        Map<String, Mark> all = new HashMap<>(before);
        all.putAll(delivered);
        return new Sweep(null, 0, false, newest(all), Map.of());
    }

    private static Map<String, Mark> newest(Map<String, Mark> all) {
        if (all.size() <= MEMORY) {
            return all;
        }
        Map<String, Mark> newest = new HashMap<>();
        List<Map.Entry<String, Mark>> sorted = all.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(Mark::at).reversed()))
                .toList();
        sorted.subList(0, MEMORY).forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
        return newest;
    }

    /**
     * What is remembered of a post.
     *
     * @param hash differs if a reader would see a difference
     * @param at when it was written, in seconds since 1970
     */
    record Mark(int hash, long at) {
        static Mark of(Post post) {
            String author = post.author() == null ? "" : post.author().id();
            Instant written = post.createdAt();
            return new Mark((author + "\n" + post.text()).hashCode(), written.getEpochSecond());
        }
    }
}
