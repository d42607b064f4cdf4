package io.tocsin.collector.connect.hackernews;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A story or a comment. */
final class Item {
    static final String PLATFORM = "hackernews";

    private Item() {}

    static Optional<Post> post(Json hit) throws SourceException {
        String id = hit.text("objectID");
        String author = hit.textOrNull("author");
        String parent = hit.textOrNull("parent_id");
        String text = text(hit);
        if (text.isEmpty()) {
            throw hit.unreadable("neither title nor text of " + hit.path() + " is there");
        }
        return Optional.of(Post.builder(id(id), PLATFORM, text, hit.time("created_at_i"))
                .url("https://news.ycombinator.com/item?id=" + id)
                .author(author == null ? null : Author.of(id(author), author))
                .inReplyTo(parent == null ? null : id(parent))
                .root(parent == null ? null : id(Objects.requireNonNullElse(hit.textOrNull("story_id"), parent)))
                .engagement(new Engagement(null, hit.count("num_comments"), hit.count("points"), null))
                .build());
    }

    static String id(String local) {
        return PLATFORM + ":" + local;
    }

    private static String text(Json hit) {
        String title = clean(hit.textOrNull("title"));
        String text = clean(Objects.requireNonNullElse(
                hit.textOrNull("comment_text"), Objects.requireNonNullElse(hit.textOrNull("story_text"), "")));
        return (title + "\n" + text).strip();
    }

    private static String clean(@Nullable String html) {
        return html == null ? "" : TextCleaner.ofHtml(html);
    }
}
