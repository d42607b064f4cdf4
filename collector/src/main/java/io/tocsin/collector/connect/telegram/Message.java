package io.tocsin.collector.connect.telegram;

import io.tocsin.collector.clean.CountReader;
import io.tocsin.collector.clean.DateReader;
import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A message on a channel's page. */
final class Message {
    private static final String PLATFORM = "telegram";
    private static final String TEXT = ".tgme_widget_message_text:not(.js-message_reply_text)";
    private static final Pattern LINK = Pattern.compile("https?://t\\.me/(?:s/)?(?<message>\\w+/\\d+).*");

    private Message() {}

    /** The channel of the message with this id. */
    static String channel(String id) {
        return id.substring(PLATFORM.length() + 1, id.lastIndexOf('/'));
    }

    /** Its number in its channel. */
    static long number(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
    }

    static boolean hasText(Element message) {
        return message.selectFirst(TEXT) != null;
    }

    /** The post; none if the message has no text, or no time. */
    static Optional<Post> post(Element message, Document page) {
        Element text = message.selectFirst(TEXT);
        Optional<Dated> at = Optional.ofNullable(message.selectFirst(".tgme_widget_message_date time[datetime]"))
                .flatMap(time -> new DateReader(ZoneOffset.UTC, Instant.EPOCH).read(time.attr("datetime")));
        if (text == null || at.isEmpty()) {
            return Optional.empty();
        }
        String number = message.attr("data-post");
        return Optional.of(Post.builder(
                        id(number), PLATFORM, TextCleaner.of(text), at.get().at())
                .url("https://t.me/" + number)
                .author(author(number.replaceFirst("/.*", ""), message, page))
                .inReplyTo(other(message, "a.tgme_widget_message_reply"))
                .repostOf(other(message, "a.tgme_widget_message_forwarded_from_name"))
                .engagement(new Engagement(null, null, null, count(message, ".tgme_widget_message_views")))
                .build());
    }

    private static Author author(String channel, Element message, Document page) {
        Element name = message.selectFirst(".tgme_widget_message_owner_name");
        Long followers = page.select(".tgme_channel_info_counter").stream()
                .filter(counter -> counter.select(".counter_type").text().startsWith("subscriber"))
                .map(counter -> count(counter, ".counter_value"))
                .findFirst()
                .orElse(null);
        return new Author(id(channel), channel, name == null ? null : name.text(), followers, null, null, null);
    }

    private static @Nullable String other(Element message, String selector) {
        Element link = message.selectFirst(selector);
        Matcher match = LINK.matcher(link == null ? "" : link.attr("href"));
        return match.matches() ? id(match.group("message")) : null;
    }

    private static @Nullable Long count(Element element, String selector) {
        Element count = element.selectFirst(selector);
        return count == null ? null : CountReader.read(count.text()).orElse(null);
    }

    private static String id(String local) {
        return PLATFORM + ":" + local;
    }
}
