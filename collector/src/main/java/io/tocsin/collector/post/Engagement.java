package io.tocsin.collector.post;

import org.jspecify.annotations.Nullable;

/**
 * The counts a platform shows beside a post.
 *
 * <p>A count that the platform does not tell is {@code null}, which is not zero.
 */
public record Engagement(
        @Nullable Long reposts,
        @Nullable Long replies,
        @Nullable Long likes,
        @Nullable Long views) {

    /** No count is known. */
    public static final Engagement UNKNOWN = new Engagement(null, null, null, null);

    /** These counts, and the earlier ones where these are not known. */
    public Engagement after(Engagement earlier) {
        return new Engagement(
                known(reposts, earlier.reposts),
                known(replies, earlier.replies),
                known(likes, earlier.likes),
                known(views, earlier.views));
    }

    private static @Nullable Long known(@Nullable Long now, @Nullable Long before) {
        return now == null ? before : now;
    }
}
