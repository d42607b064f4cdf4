package io.tocsin.collector.connect.listing;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts in pages, newest first. */
public interface Listing {

    /** What tells it from the other listings of its source, and from itself after its settings were changed. */
    String name();

    /**
     * Reads one page.
     *
     * @param page what an earlier page named as its {@link Leaf#next}; {@code null} for the first
     */
    Leaf leaf(@Nullable String page, Instant now) throws SourceException;

    /** The number of a page of those that are counted from 1. */
    static int number(@Nullable String page) {
        return page == null ? 1 : Integer.parseInt(page);
    }

    /**
     * One page.
     *
     * @param next the name of the page with older posts; {@code null} if there is none
     */
    record Leaf(List<Post> posts, @Nullable String next) {
        public Leaf {
            posts = List.copyOf(posts);
        }

        /** The page of this number, of those that are counted from 1. */
        public static Leaf numbered(int number, List<Post> posts, boolean more) {
            return new Leaf(posts, more ? Integer.toString(number + 1) : null);
        }
    }
}
