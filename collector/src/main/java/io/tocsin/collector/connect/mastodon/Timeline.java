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
 * Statuses, newest first. Older ones follow by {@code max_id}, newer ones by {@code min_id}, so that none is left out
 * however many arrive while it is read.
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
        List<Json> statuses = statuses("max_id", page);
        return new Leaf(
                posts(statuses), statuses.isEmpty() ? null : statuses.getLast().text("id"));
    }

    /**
     * The statuses that follow the one with that id, as many as the server gives at once.
     *
     * @param id {@code null} for the newest there are
     * @return with the id of the newest of them as the next page
     */
    Leaf after(@Nullable String id) throws SourceException {
        List<Json> statuses = statuses("min_id", id);
        return new Leaf(
                posts(statuses), statuses.isEmpty() ? null : statuses.getFirst().text("id"));
    }

    private List<Json> statuses(String bound, @Nullable String id) throws SourceException {
        HttpUrl.Builder url = start.newBuilder();
        if (id != null) {
            url.addQueryParameter(bound, id);
        }
        Json answer = api.json(url);
        return field == null ? answer.items() : answer.items(field);
    }

    private List<Post> posts(List<Json> statuses) throws SourceException {
        return Json.each(statuses, status -> Status.post(status, api.base().host()));
    }
}
