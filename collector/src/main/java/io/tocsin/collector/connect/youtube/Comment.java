package io.tocsin.collector.connect.youtube;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import org.jspecify.annotations.Nullable;

/** A comment, or a reply to one. */
final class Comment {
    private static final String PLATFORM = "youtube";

    private Comment() {}

    /** The comment that a thread begins with. */
    static Post top(Json thread) throws SourceException {
        Json snippet = thread.at("snippet");
        return post(snippet.at("topLevelComment"), snippet.count("totalReplyCount"));
    }

    /** The post; {@code replies} is how many it has, where that is told. */
    static Post post(Json comment, @Nullable Long replies) throws SourceException {
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

    /** Replies are called by their comment, a dot, and a name of their own. */
    static boolean isReply(String id) {
        return id.contains(".");
    }

    static String local(String id) {
        return id.substring(PLATFORM.length() + 1);
    }
}
