package io.tocsin.collector.connect.hackernews;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What was found, newest first. Pages are told by time, because by number no more than 1000 hits are given. */
record Search(Api api, String name) implements Listing {

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        HttpUrl.Builder url = api.path("search_by_date")
                .addQueryParameter("query", name)
                .addQueryParameter("tags", "(story,comment)")
                .addQueryParameter("hitsPerPage", "100");
        if (page != null) {
            url.addQueryParameter("numericFilters", "created_at_i<=" + page);
        }
        List<Json> hits = api.json(url).items("hits");
        List<Post> posts = Json.each(hits, Item::post);
        return new Leaf(posts, hits.isEmpty() ? null : next(hits));
    }

    /** The second of the last hit once more, because others may be of it, unless the whole page was. */
    private static String next(List<Json> hits) throws SourceException {
        long newest = hits.getFirst().time("created_at_i").getEpochSecond();
        long oldest = hits.getLast().time("created_at_i").getEpochSecond();
        return Long.toString(oldest == newest ? oldest - 1 : oldest);
    }
}
