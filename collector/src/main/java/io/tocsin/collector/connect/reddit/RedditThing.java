package io.tocsin.collector.connect.reddit;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A post ({@code t3}) or a comment ({@code t1}) of the interface for programs. */
final class RedditThing {
    static final String PLATFORM = "reddit";
    private static final Set<String> STUBS = Set.of("[deleted]", "[removed]", "[ Removed by Reddit ]");
    private static final String SITE = "https://www.reddit.com";

    private RedditThing() {}

    /** The post; none if its author or a moderator has taken it away, which leaves a stub. */
    static Optional<Post> post(Json thing) throws SourceException {
        Json data = thing.at("data");
        String body = data.textOrNull(data.find("body").isPresent() ? "body" : "selftext");
        if (STUBS.contains(Objects.requireNonNullElse(body, "")) || data.textOrNull("removed_by_category") != null) {
            return Optional.empty();
        }
        String author = data.textOrNull("author");
        String link = data.textOrNull("permalink");
        return Optional.of(Post.builder(id(data.text("name")), PLATFORM, text(data), data.time("created_utc"))
                .url(link == null ? null : SITE + link)
                .author(author == null ? null : Author.of(id(author), author))
                .inReplyTo(other(data, "parent_id"))
                .repostOf(other(data, "crosspost_parent"))
                .root(other(data, "link_id"))
                .engagement(new Engagement(
                        data.count("num_crossposts"), data.count("num_comments"), data.count("score"), null))
                .build());
    }

    static String id(String local) {
        return PLATFORM + ":" + local;
    }

    static String local(String id) {
        return id.substring(PLATFORM.length() + 1);
    }

    private static @Nullable String other(Json data, String field) {
        String local = data.textOrNull(field);
        return local == null ? null : id(local);
    }

    private static String text(Json data) throws SourceException {
        if (data.find("body").isPresent()) {
            return TextCleaner.tidy(data.text("body"));
        }
        String more = Objects.requireNonNullElse(data.textOrNull("selftext"), "");
        return TextCleaner.tidy(data.text("title") + "\n" + more);
    }
}
