package io.tocsin.collector.connect;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The posts of one step.
 *
 * @param posts new and changed posts, in no particular order; one that comes twice does no harm
 * @param gone the ids of posts that were withdrawn; most platforms tell that of posts that nobody ever read
 * @param cursor where the next step begins, once these posts are stored
 * @param more whether the source has more to read right now
 * @param problem what could not be read although the cursor moves past it; {@code null} if all could
 */
public record Harvest(
        List<Post> posts,
        List<String> gone,
        Cursor cursor,
        boolean more,
        @Nullable Problem problem) {

    public Harvest {
        posts = List.copyOf(posts);
        gone = List.copyOf(gone);
    }

    /** The step without the posts that do not meet a condition. */
    public Harvest where(Predicate<Post> condition) {
        return new Harvest(posts.stream().filter(condition).toList(), gone, cursor, more, problem);
    }

    /** A step that withdraws nothing. */
    public Harvest(List<Post> posts, Cursor cursor, boolean more, @Nullable Problem problem) {
        this(posts, List.of(), cursor, more, problem);
    }

    /** A step without trouble. */
    public Harvest(List<Post> posts, Cursor cursor, boolean more) {
        this(posts, cursor, more, null);
    }
}
