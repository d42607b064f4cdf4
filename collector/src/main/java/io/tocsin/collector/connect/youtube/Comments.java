package io.tocsin.collector.connect.youtube;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Comments, newest first, each with the replies that the interface gives along with it.
 *
 * @param parameter by which its subject is named
 */
record Comments(Api api, String parameter, String subject) implements Listing {
    @Override
    public String name() {
        return parameter + " " + subject;
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        HttpUrl.Builder url = api.path("commentThreads")
                .addQueryParameter("part", "snippet,replies")
                .addQueryParameter(parameter, subject)
                .addQueryParameter("order", "time")
                .addQueryParameter("textFormat", "plainText")
                .addQueryParameter("maxResults", "100");
        if (page != null) {
            url.addQueryParameter("pageToken", page);
        }
        Json answer = api.json(url);
        List<Post> posts = new ArrayList<>();
        Json.each(answer.items("items"), thread -> Optional.of(posts(thread))).forEach(posts::addAll);
        return new Leaf(posts, answer.textOrNull("nextPageToken"));
    }

    private static List<Post> posts(Json thread) throws SourceException {
        List<Post> posts = new ArrayList<>();
        posts.add(Comment.top(thread));
        Optional<Json> replies = thread.find("replies");
        if (replies.isPresent()) {
            for (Json reply : replies.get().items("comments")) {
                posts.add(Comment.post(reply, null));
            }
        }
        return posts;
    }
}
