package io.tocsin.analyzer;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Appraiser;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.collector.PostSink;
import io.tocsin.collector.post.Post;
import java.util.List;

/** The second stage: finds out what each post says, stores it, and hands it on. */
public final class Analyzer implements PostSink, AutoCloseable {
    private final Appraiser appraiser;
    private final Posts posts;
    private final AnalysisSink next;

    /** @throws IllegalArgumentException if the query of a watch cannot be understood */
    public Analyzer(AnalyzerSettings settings, Posts posts, AnalysisSink next) {
        this.appraiser = appraiser(settings);
        this.posts = posts;
        this.next = next;
    }

    @Override
    public void accept(List<Post> found) {
        List<AnalyzedPost> analyzed = found.parallelStream().map(this::analyze).toList();
        posts.save(analyzed);
        next.accept(analyzed);
    }

    /** What a post says does not hang on its counts: they are stored, and nothing is found out anew. */
    @Override
    public void grown(List<Post> counted) {
        List<Post> unknown = posts.grow(counted);
        if (!unknown.isEmpty()) {
            accept(unknown);
        }
    }

    /** Finds out about posts by themselves, without storing them. */
    public static Appraiser appraiser(AnalyzerSettings settings) {
        return new Appraiser(
                settings.watches(),
                settings.models(),
                settings.dictionary(),
                settings.chineseNames(),
                settings.depth(),
                settings.sentiment());
    }

    /** Loads what is loaded when it is first needed, so that no post has to wait for it. */
    public void warmUp() {
        appraiser.warmUp();
    }

    /** Finds out about one post, and stores nothing. */
    public AnalyzedPost analyze(Post post) {
        return appraiser.appraise(post);
    }

    @Override
    public void close() {
        appraiser.close();
    }
}
