package io.tocsin.collector.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account that wrote a post.
 *
 * @param id platform-prefixed and stable, like {@code weibo:u12}
 * @param followers the account's followers when the post was read, or {@code null} where the platform does not tell
 */
public record Author(
        String id,
        @Nullable String handle,
        @Nullable String name,
        @Nullable Long followers,
        @Nullable Boolean verified,
        @Nullable String location,
        @Nullable Instant createdAt) {

    public static Author of(String id, @Nullable String handle) {
        return new Author(id, handle, null, null, null, null, null);
    }
}
