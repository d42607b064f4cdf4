package io.tocsin.collector.connect.lemmy;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A post or a comment with its author and counts. Its ids are the server's own, so the server's name is part of ours. */
final class LemmyView {
    static final String PLATFORM = "lemmy";

    private LemmyView() {}

    static Optional<Post> post(Json view, String host) throws SourceException {
        Json post = view.at("post");
        if (isGone(post)) {
            return Optional.empty();
        }
        String more = Objects.requireNonNullElse(post.textOrNull("body"), "");
        String text = TextCleaner.tidy(post.text("name") + "\n" + more);
        return Optional.of(Post.builder(id(host, "post", post.text("id")), PLATFORM, text, post.time("published"))
                .url(post.textOrNull("ap_id"))
                .author(author(view.at("creator"), host))
                .engagement(engagement(view.at("counts"), "comments"))
                .build());
    }

    static Optional<Post> comment(Json view, String host) throws SourceException {
        Json comment = view.at("comment");
        if (isGone(comment)) {
            return Optional.empty();
        }
        String root = id(host, "post", comment.text("post_id"));
        String text = TextCleaner.tidy(comment.text("content"));
        return Optional.of(
                Post.builder(id(host, "comment", comment.text("id")), PLATFORM, text, comment.time("published"))
                        .url(comment.textOrNull("ap_id"))
                        .author(author(view.at("creator"), host))
                        .inReplyTo(parent(comment.text("path"), host).orElse(root))
                        .root(root)
                        .engagement(engagement(view.at("counts"), "child_count"))
                        .build());
    }

    /** The comment answered, of a path like {@code 0.12.15}: from nothing to the comment itself. */
    private static Optional<String> parent(String path, String host) {
        List<String> way = List.of(path.split("\\."));
        return way.size() < 3 ? Optional.empty() : Optional.of(id(host, "comment", way.get(way.size() - 2)));
    }

    private static boolean isGone(Json written) {
        return written.is("deleted") || written.is("removed");
    }

    private static Author author(Json creator, String host) throws SourceException {
        String name = creator.text("name");
        String everywhere = Objects.requireNonNullElse(creator.textOrNull("actor_id"), host + "/u/" + name);
        return new Author(
                PLATFORM + ":" + everywhere, name, creator.textOrNull("display_name"), null, null, null, null);
    }

    private static Engagement engagement(Json counts, String replies) {
        return new Engagement(null, counts.count(replies), counts.count("score"), null);
    }

    /** What the server calls the post or comment with this id. */
    static String local(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** Whether the id is of a {@code post} or a {@code comment}. */
    static String kind(String id) {
        String before = id.substring(0, id.lastIndexOf('/'));
        return before.substring(before.lastIndexOf('/') + 1);
    }

    private static String id(String host, String kind, String local) {
        return PLATFORM + ":" + host + "/" + kind + "/" + local;
    }
}
