package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reddit: by its feeds, or, with an approved app, by its interface for programs.
 *
 * @param url of the feeds, and of where an app logs in
 * @param apiUrl of the interface for programs
 * @param subreddits whose new posts and comments are read
 * @param search each of them is searched for, in posts
 * @param app {@code null} reads the feeds
 */
public record RedditSettings(
        Polling polling,
        String url,
        String apiUrl,
        List<String> subreddits,
        List<String> search,
        @Nullable App app) implements SourceSettings {
    public static final String URL = "https://www.reddit.com/";
    public static final String API_URL = "https://oauth.reddit.com/";

    public RedditSettings {
        WebAddress.require(url);
        WebAddress.require(apiUrl);
        subreddits = List.copyOf(subreddits);
        search = List.copyOf(search);
        if (subreddits.isEmpty() && search.isEmpty()) {
            throw new IllegalArgumentException(
                    "it says neither 'subreddits' nor 'search', so there is nothing to read");
        }
    }

    @Override
    public Source source() {
        return polling.source("reddit", url);
    }

    /** An app that Reddit has approved. */
    public record App(String id, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "App[" + id + "]";
        }
    }
}
