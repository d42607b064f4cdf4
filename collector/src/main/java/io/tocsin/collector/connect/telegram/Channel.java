package io.tocsin.collector.connect.telegram;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The page of a channel: its newest messages, or those before a message. */
record Channel(Api pages, String name) implements Listing {
    /** Stands on the page of a channel even where there are no messages left. */
    private static final String HEADER = "[class^=tgme_channel_info]";

    private static final String MESSAGE = ".tgme_widget_message[data-post]";

    /** The message and those before it. */
    List<Post> endingIn(String id, Instant now) throws SourceException {
        return leaf(Long.toString(Message.number(id) + 1), now).posts();
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        HttpUrl.Builder url = pages.path("s/" + name);
        if (page != null) {
            url.addQueryParameter("before", page);
        }
        Page.Fetched fetched = pages.page(url);
        Document document = Jsoup.parse(new String(fetched.body(), StandardCharsets.UTF_8), fetched.url());
        List<Element> messages = document.select(MESSAGE);
        boolean end = page != null && document.selectFirst(HEADER) != null;
        if (messages.isEmpty() && !end) {
            throw nothing(fetched, "no messages");
        }
        List<Post> posts = messages.stream()
                .flatMap(message -> Message.post(message, document).stream())
                .toList();
        if (posts.isEmpty() && messages.stream().anyMatch(Message::hasText)) {
            throw nothing(fetched, "messages without a time");
        }
        return new Leaf(posts, oldest(messages).orElse(null));
    }

    /** The messages stand oldest first. */
    private static Optional<String> oldest(List<Element> messages) {
        return messages.stream()
                .findFirst()
                .map(message -> message.attr("data-post").replaceFirst(".*/", ""))
                .filter(number -> number.matches("\\d+") && !number.equals("1"));
    }

    private static SourceException nothing(Page.Fetched page, String what) {
        return new SourceException(
                Problem.Kind.UNREADABLE,
                PublicUrl.of(page.url()) + " shows " + what
                        + ". Open it in a browser: the channel may be private, empty or renamed, or show itself to"
                        + " members only; if messages are there, the page has changed, and Tocsin must be updated.");
    }
}
