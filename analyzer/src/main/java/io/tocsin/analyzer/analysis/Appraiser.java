package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.language.Languages;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.analyzer.watch.WatchMatcher;
import io.tocsin.collector.post.Post;
import java.util.List;

/** Finds out about one post at a time. Any number of threads may ask at once, and the same post gets the same answer. */
public final class Appraiser implements AutoCloseable {
    private final WatchMatcher watches;

    public Appraiser(List<Watch> watches) {
        this.watches = new WatchMatcher(watches);
    }

    public AnalyzedPost appraise(Post post) {
        String language = Languages.of(post.text());
        return new AnalyzedPost(
                post,
                new Analysis(language, watches.matches(post, language), null, Complaint.NONE, Severity.NONE, null));
    }

    @Override
    public void close() {
        watches.close();
    }
}
