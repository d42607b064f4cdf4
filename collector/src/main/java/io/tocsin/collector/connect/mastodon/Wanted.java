package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.List;
import java.util.Locale;

/**
 * What of a public stream is wanted: statuses with one of the tags, or with all words of one of the searches.
 *
 * @param tags in lower case
 * @param searches the words of each, in lower case
 */
record Wanted(List<String> tags, List<List<String>> searches) {

    static Wanted by(MastodonSettings settings) {
        return new Wanted(
                settings.tags().stream().map(Wanted::lower).toList(),
                settings.search().stream()
                        .map(words -> List.of(lower(words).strip().split("\\s+")))
                        .toList());
    }

    /** Whether the status, which is that post, is. */
    boolean is(Json status, Post post) throws SourceException {
        return searches.isEmpty() || hasTag(status) || hasWords(lower(post.text()));
    }

    private boolean hasWords(String text) {
        return searches.stream().anyMatch(words -> words.stream().allMatch(text::contains));
    }

    private boolean hasTag(Json status) throws SourceException {
        for (Json tag : status.find("tags").isPresent() ? status.items("tags") : List.<Json>of()) {
            if (tags.contains(lower(tag.text("name")))) {
                return true;
            }
        }
        return false;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
