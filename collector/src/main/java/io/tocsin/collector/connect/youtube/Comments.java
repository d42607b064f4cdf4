package io.tocsin.collector.connect.youtube;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
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
    private static final String PLATFORM = "youtube";

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
        Json snippet = thread.at("snippet");
        List<Post> posts = new ArrayList<>();
        posts.add(post(snippet.at("topLevelComment"), snippet.count("totalReplyCount")));
        Optional<Json> replies = thread.find("replies");
        if (replies.isPresent()) {
            for (Json reply : replies.get().items("comments")) {
                posts.add(post(reply, null));
            }
        }
        return posts;
    }

    private static Post post(Json comment, @Nullable Long replies) throws SourceException {
        Json snippet = comment.at("snippet");
        String id = comment.text("id");
        String parent = snippet.textOrNull("parentId");
        String video = snippet.textOrNull("videoId");
        return Post.builder(
                        id(id), PLATFORM, TextCleaner.tidy(snippet.text("textDisplay")), snippet.time("publishedAt"))
                .url(video == null ? null : "https://www.youtube.com/watch?v=" + video + "&lc=" + id)
                .author(author(snippet))
                .inReplyTo(parent == null ? null : id(parent))
                .root(parent == null ? null : id(parent))
                .engagement(new Engagement(null, replies, snippet.count("likeCount"), null))
                .build();
    }

    private static @Nullable Author author(Json snippet) {
        String channel = snippet.find("authorChannelId")
                .map(id -> id.textOrNull("value"))
                .orElse(null);
        return channel == null ? null : Author.of(id(channel), snippet.textOrNull("authorDisplayName"));
    }

    private static String id(String local) {
        return PLATFORM + ":" + local;
    }
}
