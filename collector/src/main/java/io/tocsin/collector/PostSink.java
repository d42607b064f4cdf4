package io.tocsin.collector;

import io.tocsin.collector.post.Post;
import java.util.List;

/** The next stage: takes posts over. */
public interface PostSink {

    /**
     * Takes the posts over. When it returns they are durable, and the source may move on; a post that was taken before
     * is taken again without harm.
     *
     * @throws RuntimeException if they could not be stored; the caller will offer them again
     */
    void accept(List<Post> posts);

    /**
     * Takes posts over that differ from what was taken before in nothing but their counts.
     *
     * @throws RuntimeException if they could not be stored; the caller will offer them again
     */
    default void grown(List<Post> posts) {
        accept(posts);
    }
}
