package io.tocsin.alerting;

import io.tocsin.analyzer.analysis.Analysis;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Complaint;
import io.tocsin.analyzer.analysis.Matter;
import io.tocsin.analyzer.analysis.Severity;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.List;

/** Posts that somebody wrote about the watch {@code acme}. */
public final class TestPosts {
    public static final String WATCH = "acme";

    private TestPosts() {}

    /** A complaint by an author of its own. */
    public static AnalyzedPost complaint(String id, Instant written) {
        return complaint(id, "author of " + id, written, 1);
    }

    public static AnalyzedPost complaint(String id, Instant written, int severity) {
        return complaint(id, "author of " + id, written, severity);
    }

    public static AnalyzedPost complaint(String id, String author, Instant written, int severity) {
        return analyzed(post(id, author, written), true, severity);
    }

    /** Somebody else's complaint, said again by an author of its own. */
    public static AnalyzedPost copy(String id, String original, Instant written) {
        return copy(id, "author of " + id, original, written, 1);
    }

    public static AnalyzedPost copy(String id, String author, String original, Instant written, int severity) {
        Post copy = post(id, author, written).toBuilder()
                .copyOf("forum:" + original)
                .build();
        return analyzed(copy, true, severity);
    }

    public static AnalyzedPost praise(String id, Instant written) {
        return analyzed(post(id, "author of " + id, written), false, 0);
    }

    public static Post post(String id, String author, Instant written) {
        return Post.builder("forum:" + id, "forum", "The parcel " + id + " never came.", written)
                .author(Author.of("forum:" + author, author))
                .collectedAt(written)
                .build();
    }

    public static AnalyzedPost analyzed(Post post, boolean complaint, int severity) {
        List<String> signs = severity > 1 ? List.of("smoke") : List.of();
        return new AnalyzedPost(
                post,
                new Analysis(
                        "en",
                        List.of(WATCH),
                        null,
                        new Complaint(complaint, complaint ? 0.9 : 0.1),
                        new Severity(severity, signs),
                        null,
                        Matter.UNKNOWN,
                        null));
    }
}
