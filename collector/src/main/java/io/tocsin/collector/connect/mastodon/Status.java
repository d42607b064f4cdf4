package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A status as the interface has it. */
final class Status {
    static final String PLATFORM = "mastodon";

    private Status() {}

    /** The post; none if its author has asked not to be indexed. */
    static Optional<Post> post(Json status, String host) throws SourceException {
        Json account = status.at("account");
        if (account.is("noindex")) {
            return Optional.empty();
        }
        Json reblog = status.find("reblog").orElse(null);
        String text = reblog == null ? text(status) : "";
        return Optional.of(Post.builder(id(host, status.text("id")), PLATFORM, text, status.time("created_at"))
                .url(status.textOrNull("url"))
                .language(status.textOrNull("language"))
                .author(author(account, host))
                .inReplyTo(other(status, "in_reply_to_id", host))
                .repostOf(reblog == null ? null : id(host, reblog.text("id")))
                .engagement(new Engagement(
                        status.count("reblogs_count"),
                        status.count("replies_count"),
                        status.count("favourites_count"),
                        null))
                .build());
    }

    /** The server's ids are its own, so its name is part of ours. */
    static String id(String host, String local) {
        return PLATFORM + ":" + host + "/" + local;
    }

    /** What the server calls the status with this id. */
    static String local(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static @Nullable String other(Json status, String field, String host) {
        String local = status.textOrNull(field);
        return local == null ? null : id(host, local);
    }

    /** A content warning belongs to the text. */
    private static String text(Json status) throws SourceException {
        String warning = TextCleaner.tidy(status.find("spoiler_text").isPresent() ? status.text("spoiler_text") : "");
        String content = TextCleaner.ofHtml(status.text("content"));
        return (warning + "\n" + content).strip();
    }

    private static Author author(Json account, String host) throws SourceException {
        String name = account.text("acct");
        String everywhere = name.contains("@") ? name : name + "@" + host;
        return new Author(
                PLATFORM + ":" + everywhere,
                name,
                account.textOrNull("display_name"),
                account.count("followers_count"),
                null,
                null,
                null);
    }
}
