package io.tocsin.collector.connect.reddit;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Posts or comments by the interface for programs.
 *
 * @param words what is searched for; {@code null} if the path says it all
 */
record RedditListing(RedditApi api, String path, @Nullable String words) implements Listing {

    @Override
    public String name() {
        return words == null ? path : path + " " + words;
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        HttpUrl.Builder url = api.path(path).addQueryParameter("limit", "100");
        if (words != null) {
            url.addQueryParameter("q", words).addQueryParameter("sort", "new");
        }
        if (page != null) {
            url.addQueryParameter("after", page);
        }
        Json data = api.call(url, now);
        return new Leaf(Json.each(data.items("children"), RedditThing::post), data.textOrNull("after"));
    }
}
