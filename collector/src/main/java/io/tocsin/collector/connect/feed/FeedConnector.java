package io.tocsin.collector.connect.feed;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.fetch.FetchRequest;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/** Reads an RSS or Atom feed, and gives its items that are new or were edited. */
public final class FeedConnector implements Connector {
    private final FeedSettings settings;
    private final HttpFetcher fetcher;
    private final String platform;

    public FeedConnector(FeedSettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.platform = HttpUrl.get(settings.url()).host();
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        FeedCursor known = FeedCursor.of(cursor, settings.source().address());
        FetchRequest request =
                FetchRequest.of(settings.url(), settings.internal()).since(known.validators());
        return switch (fetcher.fetch(request)) {
            case Page.Unchanged unchanged -> new Harvest(List.of(), cursor, false);
            case Page.Fetched page -> news(page, known, now);
        };
    }

    private Harvest news(Page.Fetched page, FeedCursor known, Instant now) throws SourceException {
        List<Post> news = new ArrayList<>();
        Map<String, String> marks = new LinkedHashMap<>();
        for (FeedItem item : FeedDocument.items(page)) {
            String key = Digest.of(item.id());
            boolean first = marks.putIfAbsent(key, item.mark()) == null;
            if (first && !item.mark().equals(known.seen().get(key))) {
                news.add(item.post(platform, now));
            }
        }
        return new Harvest(news, known.next(page.validators(), marks).cursor(), false);
    }
}
