package io.tocsin.collector.connect.x;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A post as the interface has it. */
final class Tweet {
    private static final String PLATFORM = "x";

    private Tweet() {}

    /** @param users by their ids */
    static Optional<Post> post(Json tweet, Map<String, Json> users) throws SourceException {
        String id = tweet.text("id");
        Map<String, String> others = references(tweet);
        boolean passedOn = others.containsKey("retweeted");
        return Optional.of(Post.builder(id(id), PLATFORM, passedOn ? "" : text(tweet), tweet.time("created_at"))
                .url("https://x.com/i/status/" + id)
                .language(language(tweet))
                .author(author(tweet.text("author_id"), users))
                .inReplyTo(others.get("replied_to"))
                .repostOf(passedOn ? others.get("retweeted") : others.get("quoted"))
                .root(root(tweet, id, others))
                .engagement(engagement(tweet.find("public_metrics").orElse(null)))
                .build());
    }

    /** What X calls the post with this id. */
    static String local(String id) {
        return id.substring(PLATFORM.length() + 1);
    }

    private static String id(String local) {
        return PLATFORM + ":" + local;
    }

    /** What it answers, quotes or passes on, by how it does. */
    private static Map<String, String> references(Json tweet) throws SourceException {
        Map<String, String> others = new HashMap<>();
        if (tweet.find("referenced_tweets").isPresent()) {
            for (Json other : tweet.items("referenced_tweets")) {
                others.put(other.text("type"), id(other.text("id")));
            }
        }
        return others;
    }

    /** Posts longer than 280 characters stand in a note. The text is plain, but some of its signs are entities. */
    private static String text(Json tweet) throws SourceException {
        String whole =
                tweet.find("note_tweet").map(note -> note.textOrNull("text")).orElse(null);
        return TextCleaner.tidy(Parser.unescapeEntities(whole == null ? tweet.text("text") : whole, false));
    }

    private static @Nullable String root(Json tweet, String id, Map<String, String> others) {
        String conversation = tweet.textOrNull("conversation_id");
        if (others.containsKey("retweeted")) {
            return others.get("retweeted");
        }
        return conversation == null || conversation.equals(id) ? null : id(conversation);
    }

    /** Codes of X's own say that there is none. */
    private static @Nullable String language(Json tweet) {
        String language = tweet.textOrNull("lang");
        return language == null || language.equals("und") || language.matches("q..|zxx") ? null : language;
    }

    private static Author author(String id, Map<String, Json> users) {
        Json user = users.get(id);
        if (user == null) {
            return Author.of(id(id), null);
        }
        return new Author(
                id(id),
                user.textOrNull("username"),
                user.textOrNull("name"),
                user.find("public_metrics")
                        .map(metrics -> metrics.count("followers_count"))
                        .orElse(null),
                user.find("verified").isPresent() ? user.is("verified") : null,
                user.textOrNull("location"),
                null);
    }

    private static Engagement engagement(@Nullable Json metrics) {
        if (metrics == null) {
            return Engagement.UNKNOWN;
        }
        return new Engagement(
                sum(metrics.count("retweet_count"), metrics.count("quote_count")),
                metrics.count("reply_count"),
                metrics.count("like_count"),
                metrics.count("impression_count"));
    }

    private static @Nullable Long sum(@Nullable Long reposts, @Nullable Long quotes) {
        if (reposts == null) {
            return quotes;
        }
        return quotes == null ? reposts : Long.valueOf(reposts + quotes);
    }
}
