package io.tocsin.analyzer.analysis;

import io.tocsin.collector.post.Post;

/** A post with what was found out about it. */
public record AnalyzedPost(Post post, Analysis analysis) {

    /** Whether it complains about the watch. */
    public boolean complainsAbout(String watch) {
        return analysis.complaint().label() && analysis.watches().contains(watch);
    }

    /** Whether it complains about any watch. */
    public boolean complainsAboutAny() {
        return analysis.complaint().label() && !analysis.watches().isEmpty();
    }
}
