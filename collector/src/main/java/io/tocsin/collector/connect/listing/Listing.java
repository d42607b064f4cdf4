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

    /**
     * One page.
     *
     * @param next the name of the page with older posts; {@code null} if there is none
     */
    record Leaf(List<Post> posts, @Nullable String next) {
        public Leaf {
            posts = List.copyOf(posts);
        }
    }
}
