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
 * @param matter what it is about, as far as it was looked into
 * @param embedding {@code null} if no encoder read it
 */
public record Analysis(
        String language,
        List<String> watches,
        @Nullable Sentiment sentiment,
        Complaint complaint,
        Severity severity,
        @Nullable String key,
        Matter matter,
        @Nullable Embedding embedding) {

    public Analysis {
        watches = List.copyOf(watches);
    }
}
