package io.tocsin.dashboards.web;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Copies;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.analysis.PostsUnavailableException;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A store of posts that can be made not to answer, or to keep callers waiting. */
final class FlakyPosts implements Posts {
    private final Posts posts;
    private volatile boolean down;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    FlakyPosts(Posts posts) {
        this.posts = posts;
    }

    void down(boolean yes) {
        down = yes;
    }

    /** Whoever looks for posts waits from now on. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    @Override
    public void save(Collection<AnalyzedPost> more) {
        up().save(more);
    }

    @Override
    public List<Post> grow(Collection<Post> counted) {
        return up().grow(counted);
    }

    @Override
    public List<AnalyzedPost> find(Collection<String> ids) {
        try {
            gate.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return up().find(ids);
    }

    @Override
    public Map<String, Copies> copies(Collection<String> ids) {
        return up().copies(ids);
    }

    @Override
    public void complaintsSince(Instant from, Consumer<AnalyzedPost> each) {
        up().complaintsSince(from, each);
    }

    @Override
    public long count() {
        return up().count();
    }

    private Posts up() {
        if (down) {
            throw new PostsUnavailableException("the store does not answer", null);
        }
        return posts;
    }
}
