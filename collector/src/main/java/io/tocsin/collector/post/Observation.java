package io.tocsin.collector.post;

import java.time.Instant;

/**
 * The counts of a post as they stood at a time. Many of them are its growth.
 *
 * @param at when they were read
 */
public record Observation(String postId, Instant at, Engagement engagement) {

    /** What was seen when a post was read. */
    public static Observation of(Post post, Instant at) {
        return new Observation(post.id(), at, post.engagement());
    }
}
