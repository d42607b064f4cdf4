package io.tocsin.analyzer.analysis;

import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;

/** A post with what was found out about it. */
public record AnalyzedPost(Post post, Analysis analysis) {

    /** The same with other counts; those that are not known stay as they were. */
    public AnalyzedPost grown(Engagement counts) {
        Engagement after = counts.after(post.engagement());
        return new AnalyzedPost(post.toBuilder().engagement(after).build(), analysis);
    }

    /** Whether it complains about the watch, and not about somebody else beside whom the watch does well. */
    public boolean complainsAbout(String watch) {
        return analysis.complaint().label()
                && analysis.watches().contains(watch)
                && analysis.matter().towards().get(watch) != Sentiment.Label.POSITIVE;
    }

    /** Whether it complains about any watch. */
    public boolean complainsAboutAny() {
        return analysis.watches().stream().anyMatch(this::complainsAbout);
    }
}
