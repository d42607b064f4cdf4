package io.tocsin.collector.connect.bluesky;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A post on the network. Posts and accounts go by their addresses there. */
final class BlueskyPost {
    static final String PLATFORM = "bluesky";

    private BlueskyPost() {}

    /**
     * A post as its author's record has it.
     *
     * @param address like {@code at://did:plc:x/app.bsky.feed.post/y}
     */
    static Post.Builder of(String address, Json record, Instant at) throws SourceException {
        Optional<Json> reply = record.find("reply");
        return Post.builder(id(address), PLATFORM, TextCleaner.tidy(record.text("text")), at)
                .url(url(address))
                .language(language(record))
                .inReplyTo(reply.map(r -> other(r, "parent")).orElse(null))
                .root(reply.map(r -> other(r, "root")).orElse(null))
                .repostOf(record.find("embed")
                        .map(embed -> other(embed, "record"))
                        .orElse(null));
    }

    /** A post of somebody else, passed on as it is. */
    static Post.Builder repost(String address, Json record, Instant at) throws SourceException {
        String subject = id(record.at("subject").text("uri"));
        return Post.builder(id(address), PLATFORM, "", at).repostOf(subject).root(subject);
    }

    /** A post as an AppView shows it, with its counts, but without its author's followers. */
    static Optional<Post> view(Json view) throws SourceException {
        Json record = view.at("record");
        Json author = view.at("author");
        return Optional.of(of(view.text("uri"), record, at(record, view))
                .author(new Author(
                        id(author.text("did")),
                        author.textOrNull("handle"),
                        author.textOrNull("displayName"),
                        null,
                        null,
                        null,
                        null))
                .engagement(new Engagement(
                        view.count("repostCount"), view.count("replyCount"), view.count("likeCount"), null))
                .build());
    }

    /** The author's program says when it was written; if that is nonsense, the server knows when it came. */
    private static Instant at(Json record, Json view) throws SourceException {
        try {
            return record.time("createdAt");
        } catch (SourceException nonsense) {
            return view.time("indexedAt");
        }
    }

    static String id(String address) {
        return PLATFORM + ":" + address;
    }

    /** The address of a post or an account. */
    static String address(String id) {
        return id.substring(PLATFORM.length() + 1);
    }

    private static String url(String address) {
        String[] parts = address.split("/", -1);
        return "https://bsky.app/profile/" + parts[2] + "/post/" + parts[4];
    }

    private static @Nullable String other(Json json, String field) {
        return json.find(field)
                .map(reference -> reference.textOrNull("uri"))
                .map(BlueskyPost::id)
                .orElse(null);
    }

    private static @Nullable String language(Json record) throws SourceException {
        if (record.find("langs").isEmpty()) {
            return null;
        }
        List<Json> languages = record.items("langs");
        return languages.isEmpty() ? null : languages.getFirst().text();
    }
}
