package io.tocsin.collector.connect.discourse;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A post. It goes by its topic and its number in it, because that is how a reply names the post it answers. */
final class DiscoursePost {
    private static final String LIKE = "2";

    private DiscoursePost() {}

    /** One that tells the title of its topic. */
    static Optional<Post> of(Json post, HttpUrl forum) throws SourceException {
        return of(post, post.text("topic_title"), forum);
    }

    static Optional<Post> of(Json post, String title, HttpUrl forum) throws SourceException {
        if (post.is("hidden") || post.textOrNull("deleted_at") != null) {
            return Optional.empty();
        }
        String topic = post.text("topic_id");
        String number = post.text("post_number");
        boolean opens = number.equals("1");
        String answered = Objects.requireNonNullElse(post.textOrNull("reply_to_post_number"), "1");
        return Optional.of(Post.builder(
                        id(forum, topic, number), forum.host(), text(post, opens ? title : ""), post.time("created_at"))
                .url(forum.resolve("t/" + topic + "/" + number) + "")
                .author(author(post, forum))
                .inReplyTo(opens ? null : id(forum, topic, answered))
                .root(opens ? null : id(forum, topic, "1"))
                .engagement(new Engagement(null, post.count("reply_count"), likes(post), post.count("reads")))
                .build());
    }

    /** The topic and the number of the post with this id, as the forum's addresses have them. */
    static String local(String id, HttpUrl forum) {
        return id.substring(forum.host().length() + 1);
    }

    private static String id(HttpUrl forum, String topic, String number) {
        return forum.host() + ":" + topic + "/" + number;
    }

    private static String text(Json post, String title) throws SourceException {
        return TextCleaner.tidy(title + "\n" + TextCleaner.ofHtml(post.text("cooked")));
    }

    private static Author author(Json post, HttpUrl forum) throws SourceException {
        String name = post.text("username");
        return new Author(forum.host() + ":" + name, name, post.textOrNull("name"), null, null, null, null);
    }

    private static @Nullable Long likes(Json post) throws SourceException {
        if (post.find("actions_summary").isEmpty()) {
            return null;
        }
        for (Json action : post.items("actions_summary")) {
            if (LIKE.equals(action.textOrNull("id"))) {
                return action.count("count");
            }
        }
        return 0L;
    }
}
