package io.tocsin.analyzer.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a post.
 *
 * @param language BCP 47 tag, {@code und} where it cannot be told
 * @param watches the names of the watches it is about, sorted
 * @param sentiment {@code null} where it was not judged: no text, or a language nobody trained
 * @param key the sentence that carries the complaint most, or {@code null} if it is none
 */
public record Analysis(
        String language,
        List<String> watches,
        @Nullable Sentiment sentiment,
        Complaint complaint,
        Severity severity,
        @Nullable String key) {

    public Analysis {
        watches = List.copyOf(watches);
    }
}
