package io.tocsin.collector.connect.bluesky;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the stream is wanted: posts with one of the words, and what is said to them, whatever becomes of their words.
 * Which posts those were is kept in mind for the latest of them; after a restart somebody has to remind of them.
 */
final class Interest {
    static final int MOST_POSTS = 20_000;

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
    boolean knows(@Nullable String id) {
        return id != null && posts.contains(id);
    }

    /** The posts of an account that are known. */
    List<String> by(String account) {
        String beginning = BlueskyPost.id("at://" + account + "/");
        synchronized (posts) {
            return posts.stream().filter(id -> id.startsWith(beginning)).toList();
        }
    }

    void remember(String id) {
        posts.add(id);
    }
}
