package io.tocsin.collector.connect.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed.
 *
 * @param id unique in the feed
 * @param text title and content, as people see them
 * @param author as the feed names one, without an e-mail address
 * @param written when it was published, or else changed
 */
public record FeedItem(
        String id,
        String text,
        @Nullable String url,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant written) {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    /** The form of RSS 2.0: an e-mail address, and a name in parentheses. */
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+(?:\\s*\\((?<name>.*)\\))?");

    static FeedItem of(SyndEntry entry, String page, @Nullable String language) {
        String text = text(entry);
        return new FeedItem(
                id(entry, page, text),
                text,
                ItemLink.clean(page, entry.getLink()),
                author(entry),
                blankToNull(language),
                written(entry));
    }

    /** Differs if a reader would see a difference. */
    String mark() {
        return Digest.of(text + "\n" + author);
    }

    Post post(String platform, Instant now) {
        return Post.builder(platform + ":" + id, platform, text, Objects.requireNonNullElse(written, now))
                .url(url)
                .language(language)
                .author(author == null ? null : Author.of(platform + ":" + author, author))
                .build();
    }

    /** What the feed calls the item; where it has no name for it, its link, which Rome gives, or its words. */
    private static String id(SyndEntry entry, String page, String text) {
        String name = blankToNull(entry.getUri());
        if (name == null) {
            return Digest.of(text);
        }
        return HttpUrl.parse(name) == null ? name : Objects.requireNonNullElse(ItemLink.clean(page, name), name);
    }

    private static String text(SyndEntry entry) {
        String title = clean(entry.getTitleEx());
        String content = Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(FeedItem::clean)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return content.startsWith(title) ? content : (title + "\n" + content).strip();
    }

    /** Only Atom says that something is no HTML, and can be believed. */
    private static String clean(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        return "text".equals(content.getType())
                ? TextCleaner.tidy(content.getValue())
                : TextCleaner.ofHtml(content.getValue());
    }

    private static @Nullable String author(SyndEntry entry) {
        String name = blankToNull(entry.getAuthor());
        Matcher mail = MAIL.matcher(name == null ? "" : name);
        return mail.matches() ? blankToNull(mail.group("name")) : name;
    }

    private static @Nullable Instant written(SyndEntry entry) {
        return Stream.of(Optional.ofNullable(entry.getPublishedDate()), Optional.ofNullable(entry.getUpdatedDate()))
                .flatMap(Optional::stream)
                .map(Date::toInstant)
                .filter(FeedItem::isCredible)
                .findFirst()
                .orElse(null);
    }

    /** Whether something can have been written then; some feeds count from the year 1, or in other units. */
    static boolean isCredible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
