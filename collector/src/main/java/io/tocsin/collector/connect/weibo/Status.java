package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.clean.CountReader;
import io.tocsin.collector.clean.DateReader;
import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A status, as the interface and the mobile site both have it. */
final class Status {
    private static final String PLATFORM = "weibo";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);
    /** Begins what others wrote, in a repost of a repost. */
    private static final String CHAIN = "//@";
    /** What Weibo writes for those who pass on and say nothing. */
    private static final Set<String> SAYS_NOTHING = Set.of("转发微博", "轉發微博", "Repost");

    private Status() {}

    /**
     * The post; none if it was deleted.
     *
     * @param text without markup
     */
    static Optional<Post> post(Json status, String text, Instant now) throws SourceException {
        if (status.find("deleted").isPresent()) {
            return Optional.empty();
        }
        String id = status.text("id");
        Json original = status.find("retweeted_status").orElse(null);
        String root = original == null ? null : PLATFORM + ":" + original.text("id");
        Dated written = time(status, now);
        return Optional.of(Post.builder(PLATFORM + ":" + id, PLATFORM, root == null ? text : own(text), written.at())
                .precision(written.precision())
                .url("https://m.weibo.cn/detail/" + id)
                .author(author(status.find("user").orElse(null)))
                .repostOf(root)
                .root(root)
                .engagement(new Engagement(
                        count(status, "reposts_count"),
                        count(status, "comments_count"),
                        count(status, "attitudes_count"),
                        null))
                .build());
    }

    /** What Weibo calls the status with this id. */
    static String local(String id) {
        return id.substring(PLATFORM.length() + 1);
    }

    private static String own(String text) {
        int chain = text.indexOf(CHAIN);
        String own = (chain < 0 ? text : text.substring(0, chain)).strip();
        return SAYS_NOTHING.contains(own) ? "" : own;
    }

    private static @Nullable Author author(@Nullable Json user) throws SourceException {
        if (user == null) {
            return null;
        }
        String name = user.textOrNull("screen_name");
        return new Author(
                PLATFORM + ":u" + user.text("id"),
                name,
                name,
                count(user, "followers_count"),
                user.find("verified").isPresent() ? user.is("verified") : null,
                user.textOrNull("location"),
                null);
    }

    private static @Nullable Long count(Json fields, String name) {
        String text = fields.textOrNull(name);
        return text == null ? null : CountReader.read(text).orElse(null);
    }

    private static Dated time(Json status, Instant now) throws SourceException {
        String text = status.text("created_at");
        try {
            return Dated.exactly(ZonedDateTime.parse(text, TIME).toInstant());
        } catch (DateTimeException relative) {
            return new DateReader(CHINA, now)
                    .read(text)
                    .orElseThrow(() -> status.unreadable("field " + status.path() + ".created_at is no time"));
        }
    }
}
