package io.tocsin.collector.connect.discourse;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The posts of all topics, newest first; a page is named by the highest id on it. */
record LatestPosts(Api forum) implements Listing {

    @Override
    public String name() {
        return forum.base().host();
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        HttpUrl.Builder url = forum.path("posts.json");
        if (page != null) {
            url.addQueryParameter("before", page);
        }
        List<Json> posts = forum.json(url).items("latest_posts");
        return new Leaf(
                Json.each(posts, post -> DiscoursePost.of(post, forum.base())), posts.isEmpty() ? null : next(posts));
    }

    private static @Nullable String next(List<Json> posts) throws SourceException {
        Long last = posts.getLast().count("id");
        if (last == null) {
            throw posts.getLast().unreadable("field " + posts.getLast().path() + ".id is no number");
        }
        return last > 1 ? Long.toString(last - 1) : null;
    }
}
