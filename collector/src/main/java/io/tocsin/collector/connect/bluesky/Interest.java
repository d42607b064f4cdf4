package io.tocsin.collector.connect.bluesky;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the stream is wanted: posts with one of the words, and what is said to them. Which posts those were is
 * remembered until the process ends; of older ones only replies with a word of their own are noticed then.
 */
final class Interest {
    private static final int MOST_POSTS = 20_000;

    private final List<String> words;
    private final Set<String> posts =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST_POSTS;
                }
            }));

    Interest(List<String> words) {
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    boolean in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    /** Whether a post with this id was wanted. */
    boolean inAnswersTo(@Nullable String id) {
        return id != null && posts.contains(id);
    }

    void remember(String id) {
        posts.add(id);
    }
}
