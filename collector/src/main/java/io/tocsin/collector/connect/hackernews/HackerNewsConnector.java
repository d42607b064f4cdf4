package io.tocsin.collector.connect.hackernews;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.HackerNewsSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;

/** Searches stories and comments, by the interface of Algolia that Hacker News itself searches with. */
public final class HackerNewsConnector implements Connector {
    private final ListingConnector searches;

    public HackerNewsConnector(HackerNewsSettings settings, HttpFetcher fetcher) {
        Api api = Api.documented(fetcher, settings.url(), settings.polling().internal(), null);
        searches = new ListingConnector(
                settings.search().stream().map(words -> new Search(api, words)).toList());
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return searches.harvest(cursor, now);
    }
}
