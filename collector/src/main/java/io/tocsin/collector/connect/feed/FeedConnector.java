package io.tocsin.collector.connect.feed;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Entrance;
import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.fetch.FetchRequest;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.fetch.Validators;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an RSS or Atom feed, or a sitemap of news, and gives its items that are new or were edited. */
public final class FeedConnector implements Connector {
    private static final Logger log = LoggerFactory.getLogger(FeedConnector.class);

    private final FeedSettings settings;
    private final HttpFetcher fetcher;
    private final Entrance entrance;
    private final String platform;

    public FeedConnector(FeedSettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.entrance = Entrance.of(settings.url());
        this.platform = HttpUrl.get(settings.url()).host();
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        FeedCursor known = FeedCursor.of(cursor, settings.source().address());
        FetchRequest request =
                FetchRequest.of(settings.url(), settings.polling().internal()).since(known.validators());
        return switch (fetcher.fetch(request)) {
            case Page.Unchanged unchanged -> new Harvest(List.of(), cursor, false);
            case Page.Fetched page -> read(Packed.open(page, fetcher.bodyLimit()), known, now);
        };
    }

    private Harvest read(Page.Fetched page, FeedCursor known, Instant now) throws SourceException {
        if (!Sitemap.isOne(page)) {
            return news(FeedDocument.items(page), page.validators(), known, now);
        }
        Sitemap sitemap = Sitemap.of(page);
        List<String> parts = sitemap.parts();
        return parts.isEmpty()
                ? news(sitemap.items(), page.validators(), known, now)
                : news(itemsOf(parts), Validators.NONE, known, now);
    }

    /** An index may stay as it is while its parts change, so it is read every time. */
    private List<FeedItem> itemsOf(List<String> parts) throws SourceException {
        List<FeedItem> items = new ArrayList<>();
        for (String part : parts) {
            try {
                items.addAll(part(part).items());
            } catch (SourceException e) {
                if (e.problem().kind() != Problem.Kind.MISSING) {
                    throw e;
                }
                log.warn("A part of a sitemap is left out: {}", e.getMessage());
            }
        }
        return items;
    }

    private Sitemap part(String url) throws SourceException {
        FetchRequest request =
                FetchRequest.of(url, settings.polling().internal()).with(entrance.passFor(url));
        return switch (fetcher.fetch(request)) {
            case Page.Fetched page -> Sitemap.of(Packed.open(page, fetcher.bodyLimit()));
            case Page.Unchanged unchanged ->
                throw new SourceException(
                        Problem.Kind.SERVER, "The server says 'unchanged' although nothing was asked of that kind.");
        };
    }

    private Harvest news(List<FeedItem> items, Validators validators, FeedCursor known, Instant now) {
        List<Post> news = new ArrayList<>();
        Map<String, String> marks = new LinkedHashMap<>();
        for (FeedItem item : items) {
            String key = Digest.of(item.id());
            boolean first = marks.putIfAbsent(key, item.mark()) == null;
            if (first && !item.mark().equals(known.seen().get(key))) {
                news.add(item.post(platform, now));
            }
        }
        return new Harvest(news, known.next(validators, marks).cursor(), false);
    }
}
