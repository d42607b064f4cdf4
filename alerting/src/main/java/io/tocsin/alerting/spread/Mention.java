package io.tocsin.alerting.spread;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One complaint about one watch, as much of it as counting needs.
 *
 * @param voice the author's id; the post's own id where the author is not known
 * @param copyOf the post whose words it says again, {@code null} if they are its own
 * @param severity 0 to 3
 * @param signs the words that made it severe
 */
public record Mention(
        String post,
        String platform,
        String voice,
        @Nullable String copyOf,
        Instant writtenAt,
        int severity,
        List<String> signs) {

    /** By the time of writing. */
    public static final Comparator<Mention> OLDEST_FIRST =
            Comparator.comparing(Mention::writtenAt).thenComparing(Mention::post);

    /** The post that said first what this one says: itself, unless it is a copy. */
    String origin() {
        return copyOf == null ? post : copyOf;
    }

    public boolean isCopy() {
        return copyOf != null;
    }

    static Mention of(AnalyzedPost analyzed) {
        Post post = analyzed.post();
        Author author = post.author();
        return new Mention(
                post.id(),
                post.platform(),
                author == null ? post.id() : author.id(),
                post.copyOf(),
                post.writtenAt(),
                analyzed.analysis().severity().level(),
                analyzed.analysis().severity().signs());
    }
}
