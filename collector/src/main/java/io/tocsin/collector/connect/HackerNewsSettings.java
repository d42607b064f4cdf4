package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * Hacker News.
 *
 * @param url of the search interface
 * @param search each of them is searched for, in stories and comments
 */
public record HackerNewsSettings(Polling polling, String url, List<String> search) implements SourceSettings {
    public static final String URL = "https://hn.algolia.com/api/v1/";

    public HackerNewsSettings {
        WebAddress.require(url);
        search = List.copyOf(search);
        if (search.isEmpty()) {
            throw new IllegalArgumentException("'search' is empty, so there is nothing to read");
        }
    }

    @Override
    public Source source() {
        return polling.source("hackernews", url);
    }
}
