package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * A Lemmy server.
 *
 * @param url of the server
 * @param communities whose new posts and comments are read, like {@code phones} or {@code phones@lemmy.example}
 * @param search each of them is searched for, in posts and comments
 */
public record LemmySettings(Polling polling, String url, List<String> communities, List<String> search)
        implements SourceSettings {

    public LemmySettings {
        WebAddress.require(url);
        communities = List.copyOf(communities);
        search = List.copyOf(search);
        if (communities.isEmpty() && search.isEmpty()) {
            throw new IllegalArgumentException(
                    "it says neither 'communities' nor 'search', so there is nothing to read");
        }
    }

    @Override
    public Source source() {
        return polling.source("lemmy", url);
    }
}
