package io.tocsin.collector.connect.hackernews;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A story or a comment. */
final class Item {
    static final String PLATFORM = "hackernews";

    private Item() {}

    /** One that a search found. */
    static Optional<Post> post(Json hit) throws SourceException {
        String text = text(hit, hit.textOrNull("comment_text"), hit.textOrNull("story_text"));
        Engagement counts = new Engagement(null, hit.count("num_comments"), hit.count("points"), null);
        return Optional.of(post(hit, hit.text("objectID"), text, counts));
    }

    /** One with all that was answered to it; none if nothing is left of it. */
    static Optional<Post> whole(Json item) throws SourceException {
        if (item.textOrNull("author") == null && item.textOrNull("text") == null && item.textOrNull("title") == null) {
            return Optional.empty();
        }
        String text = text(item, item.textOrNull("text"));
        boolean story = item.textOrNull("parent_id") == null;
        Long answers = story ? (Long) answers(item) : null;
        return Optional.of(
                post(item, item.text("id"), text, new Engagement(null, answers, item.count("points"), null)));
    }

    private static Post post(Json item, String id, String text, Engagement counts) throws SourceException {
        String author = item.textOrNull("author");
        String parent = item.textOrNull("parent_id");
        return Post.builder(id(id), PLATFORM, text, item.time("created_at_i"))
                .url("https://news.ycombinator.com/item?id=" + id)
                .author(author == null ? null : Author.of(id(author), author))
                .inReplyTo(parent == null ? null : id(parent))
                .root(parent == null ? null : id(Objects.requireNonNullElse(item.textOrNull("story_id"), parent)))
                .engagement(counts)
                .build();
    }

    /** Searches count all comments of a story, and none of a comment; so do we. */
    private static long answers(Json item) throws SourceException {
        long answers = 0;
        for (Json child : item.items("children")) {
            answers += 1 + answers(child);
        }
        return answers;
    }

    static String id(String local) {
        return PLATFORM + ":" + local;
    }

    static String local(String id) {
        return id.substring(PLATFORM.length() + 1);
    }

    private static String text(Json item, @Nullable String... bodies) throws SourceException {
        String body = Stream.of(bodies).filter(Objects::nonNull).findFirst().orElse("");
        String text = (clean(item.textOrNull("title")) + "\n" + clean(body)).strip();
        if (text.isEmpty()) {
            throw item.unreadable("neither title nor text of " + item.path() + " is there");
        }
        return text;
    }

    private static String clean(@Nullable String html) {
        return html == null ? "" : TextCleaner.ofHtml(html);
    }
}
