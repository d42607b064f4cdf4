package io.tocsin.collector.connect;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import java.util.List;

/**
 * The posts of one step.
 *
 * @param posts new and changed posts, in no particular order; one that comes twice does no harm
 * @param cursor where the next step begins, once these posts are stored
 * @param more whether the source has more to read right now
 */
public record Harvest(List<Post> posts, Cursor cursor, boolean more) {

    public Harvest {
        posts = List.copyOf(posts);
    }
}
