package io.tocsin.collector.connect.reddit;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.feed.FeedDocument;
import io.tocsin.collector.connect.feed.FeedItem;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The newest posts as a feed: some 25, without counts and parents, and without older pages.
 *
 * @param words what is searched for; {@code null} if the path says it all
 */
record RedditFeed(Api site, String path, @Nullable String words) implements Listing {
    private static final Pattern SIGNATURE =
            Pattern.compile("\\s*submitted by\\s+/u/\\S+(\\s+to\\s+r/\\S+)?\\s*(\\[link]\\s*)?(\\[comments]\\s*)?$");

    @Override
    public String name() {
        return words == null ? path : path + " " + words;
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        HttpUrl.Builder url = site.path(path);
        if (words != null) {
            url.addQueryParameter("q", words).addQueryParameter("sort", "new");
        }
        return new Leaf(
                FeedDocument.items(site.page(url)).stream()
                        .map(item -> post(item, now))
                        .toList(),
                null);
    }

    private static Post post(FeedItem item, Instant now) {
        String text = SIGNATURE.matcher(item.text()).replaceFirst("");
        String author = item.author() == null ? null : item.author().replaceFirst("^/?u/", "");
        return Post.builder(
                        RedditThing.id(item.id()),
                        RedditThing.PLATFORM,
                        text,
                        Objects.requireNonNullElse(item.written(), now))
                .url(item.url())
                .author(author == null ? null : Author.of(RedditThing.id(author), author))
                .build();
    }
}
