package io.tocsin.collector.connect.hackernews;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.HackerNewsSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Searches stories and comments, by the interface of Algolia that Hacker News itself searches with. */
public final class HackerNewsConnector implements Recounter {
    private final ListingConnector searches;
    private final Api api;

    public HackerNewsConnector(HackerNewsSettings settings, HttpFetcher fetcher) {
        api = Api.documented(fetcher, settings.url(), settings.polling().internal(), null);
        searches = new ListingConnector(
                settings.search().stream().map(words -> new Search(api, words)).toList());
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return searches.harvest(cursor, now);
    }

    /** Items are told one by one. */
    @Override
    public int batch() {
        return 1;
    }

    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        return Recounter.oneByOne(
                ids,
                id -> Item.whole(api.json(api.path("items/" + Item.local(id)))).stream()
                        .toList());
    }
}
