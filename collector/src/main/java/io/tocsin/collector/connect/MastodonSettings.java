package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Mastodon server, or one that speaks its interface.
 *
 * @param url of the server
 * @param tags hashtags without the sign; a post with any of them is read
 * @param search words to search for; needs a token
 * @param token of a user of the server; {@code null} reads what is open to everybody
 * @param stream whether the server is listened to between polls; needs a token
 */
public record MastodonSettings(
        Polling polling,
        String url,
        List<String> tags,
        List<String> search,
        @Nullable String token,
        boolean stream) implements SourceSettings {

    public MastodonSettings {
        WebAddress.require(url);
        tags = List.copyOf(tags);
        search = List.copyOf(search);
        if (tags.isEmpty() && search.isEmpty()) {
            throw new IllegalArgumentException("it says neither 'tags' nor 'search', so there is nothing to read");
        }
        if (!search.isEmpty() && token == null) {
            throw new IllegalArgumentException(
                    "'search' needs the 'token' of a user of the server; give one, or read 'tags' only");
        }
        if (stream && token == null) {
            throw new IllegalArgumentException("'stream' needs the 'token' of a user of the server; give one");
        }
    }

    @Override
    public Source source() {
        return polling.source("mastodon", url);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "MastodonSettings[" + polling.name() + ", " + source().address() + "]";
    }
}
