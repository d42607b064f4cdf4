package io.tocsin.collector.connect.lemmy;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** New posts, or new comments, by version 3 of the interface. */
record LemmyListing(Api api, What what, String path, Map<String, String> query) implements Listing {

    /** What there is to list. */
    enum What {
        POSTS,
        COMMENTS;

        /** The name of the answer's field. */
        String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        String one() {
            return field().substring(0, field().length() - 1);
        }

        String type() {
            return name().charAt(0) + field().substring(1);
        }
    }

    @Override
    public String name() {
        return what.field() + " " + path + " " + new TreeMap<>(query);
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        int number = Listing.number(page);
        HttpUrl.Builder url = api.path(path)
                .addQueryParameter("sort", "New")
                .addQueryParameter("limit", "50")
                .addQueryParameter("page", Integer.toString(number));
        query.forEach(url::addQueryParameter);
        List<Json> views = api.json(url).items(what.field());
        String host = api.base().host();
        List<Post> posts = Json.each(views, view -> switch (what) {
            case POSTS -> LemmyView.post(view, host);
            case COMMENTS -> LemmyView.comment(view, host);
        });
        return Leaf.numbered(number, posts, !views.isEmpty());
    }
}
