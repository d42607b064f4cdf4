package io.tocsin.collector.connect.appstore;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reviews of one country, newest first, 50 a page, ten pages. */
record Reviews(Api store, String app, String country) implements Listing {
    private static final String PLATFORM = "appstore";
    private static final int LAST_PAGE = 10;

    @Override
    public String name() {
        return country + " " + app;
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        int number = Listing.number(page);
        Json feed = store.json(store.path(
                        country + "/rss/customerreviews/page=" + number + "/id=" + app + "/sortby=mostrecent/json"))
                .at("feed");
        List<Json> entries = entries(feed);
        boolean more = !entries.isEmpty() && number < LAST_PAGE;
        return Leaf.numbered(number, Json.each(entries, Reviews::post), more);
    }

    /** A feed of one entry has it in place of the list, and one of none has no such field. */
    private static List<Json> entries(Json feed) throws SourceException {
        Optional<Json> entry = feed.find("entry");
        if (entry.isEmpty()) {
            return List.of();
        }
        return entry.get().node().isObject()
                ? List.of(entry.get())
                : entry.get().items();
    }

    /** The review; none if the entry is the app itself. */
    private static Optional<Post> post(Json entry) throws SourceException {
        if (entry.find("im:rating").isEmpty() && entry.find("im:name").isPresent()) {
            return Optional.empty();
        }
        Json author = entry.at("author");
        String name = label(author, "name");
        String text = TextCleaner.tidy(label(entry, "title") + "\n" + label(entry, "content"));
        return Optional.of(Post.builder(
                        PLATFORM + ":" + label(entry, "id"),
                        PLATFORM,
                        text,
                        entry.at("updated").time("label"))
                .url(entry.find("link")
                        .flatMap(link -> link.find("attributes"))
                        .map(attributes -> attributes.textOrNull("href"))
                        .orElse(null))
                .author(Author.of(PLATFORM + ":" + name, name))
                .engagement(new Engagement(null, null, votes(entry), null))
                .build());
    }

    private static @Nullable Long votes(Json entry) {
        return entry.find("im:voteSum").map(sum -> sum.count("label")).orElse(null);
    }

    private static String label(Json json, String field) throws SourceException {
        return json.at(field).text("label");
    }
}
