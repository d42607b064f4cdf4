package io.tocsin.analyzer.analysis;

import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All analysed posts. One id is one post: a later save of the same id replaces the earlier. */
public interface Posts {

    /**
     * Saves; when it returns, the posts survive a crash.
     *
     * @throws PostsUnavailableException if the store does not answer or refused a post; saving again is harmless
     */
    void save(Collection<AnalyzedPost> posts);

    /**
     * Replaces the counts of posts that were saved before, and nothing else; counts that are not known now stay as they
     * were. When it returns, they survive a crash.
     *
     * @return those that were never saved
     * @throws PostsUnavailableException if the store does not answer or refused a post; asking again is harmless
     */
    List<Post> grow(Collection<Post> posts);

    /** The posts with these ids in the order of the ids, missing ones left out. Sees every post that was saved before. */
    List<AnalyzedPost> find(Collection<String> ids);

    /** How often each of these posts was said again by hand; those that never were are left out. Sees every earlier save. */
    Map<String, Copies> copies(Collection<String> ids);

    /** Every complaint about any watch written at or after that time, in no particular order. Sees every earlier save. */
    void complaintsSince(Instant from, Consumer<AnalyzedPost> each);

    /** How many posts there are. Sees every earlier save. */
    long count();
}
