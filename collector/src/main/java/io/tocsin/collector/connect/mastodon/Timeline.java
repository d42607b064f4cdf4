package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Statuses, newest first. Older ones follow by {@code max_id}, so that none is left out however many arrive while it is
 * read.
 *
 * @param start the address of its first page
 * @param field where the answer has the statuses; {@code null} if it is nothing but them
 */
record Timeline(
        Api api, String name, HttpUrl start, @Nullable String field) implements Listing {
    /** As many as the interface gives. */
    private static final String LIMIT = "40";

    /** Of any of the tags. */
    static Timeline ofTags(Api api, List<String> tags) {
        HttpUrl.Builder url =
                api.path("api/v1/timelines/tag").addPathSegment(tags.getFirst()).addQueryParameter("limit", LIMIT);
        tags.stream().skip(1).forEach(tag -> url.addQueryParameter("any[]", tag));
        return new Timeline(api, "tags " + String.join(" ", tags), url.build(), null);
    }

    static Timeline ofSearch(Api api, String words) {
        HttpUrl.Builder url = api.path("api/v2/search")
                .addQueryParameter("q", words)
                .addQueryParameter("type", "statuses")
                .addQueryParameter("limit", LIMIT);
        return new Timeline(api, "search " + words, url.build(), "statuses");
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        HttpUrl.Builder url = start.newBuilder();
        if (page != null) {
            url.addQueryParameter("max_id", page);
        }
        Json answer = api.json(url);
        List<Json> statuses = field == null ? answer.items() : answer.items(field);
        List<Post> posts =
                Json.each(statuses, status -> Status.post(status, api.base().host()));
        return new Leaf(posts, statuses.isEmpty() ? null : statuses.getLast().text("id"));
    }
}
