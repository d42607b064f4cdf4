package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A search by the interface for programs, newest first. */
record ApiSearch(Api api, String url, String words) implements Listing {
    /** As many as the interface gives at once. */
    private static final int COUNT = 50;

    @Override
    public String name() {
        return "api " + words;
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        int number = Listing.number(page);
        HttpUrl.Builder call = HttpUrl.get(url)
                .newBuilder()
                .addQueryParameter("q", words)
                .addQueryParameter("count", Integer.toString(COUNT))
                .addQueryParameter("page", Integer.toString(number));
        Json answer = Refusal.checkApi(api.json(call));
        List<Json> statuses = answer.items("statuses");
        List<Post> posts =
                Json.each(statuses, status -> Status.post(status, TextCleaner.tidy(status.text("text")), now));
        return Leaf.numbered(number, posts, !statuses.isEmpty());
    }
}
