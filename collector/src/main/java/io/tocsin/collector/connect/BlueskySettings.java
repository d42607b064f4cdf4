package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * Bluesky.
 *
 * @param stream of a Jetstream server, as a web address; it is spoken to by WebSocket
 * @param api of an AppView, for counts and followers
 * @param search a post is read if its text has any of them, whatever the case, and so are replies to it and reposts
 */
public record BlueskySettings(Polling polling, String stream, String api, List<String> search)
        implements SourceSettings {
    public static final String STREAM = "https://jetstream2.us-east.bsky.network/subscribe";
    public static final String API = "https://public.api.bsky.app/";

    public BlueskySettings {
        WebAddress.require(stream);
        WebAddress.require(api);
        search = List.copyOf(search);
        if (search.isEmpty()) {
            throw new IllegalArgumentException("'search' is empty, so there is nothing to read");
        }
    }

    @Override
    public Source source() {
        return polling.source("bluesky", stream);
    }
}
