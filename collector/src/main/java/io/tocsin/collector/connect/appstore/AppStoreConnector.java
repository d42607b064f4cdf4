package io.tocsin.collector.connect.appstore;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.AppStoreSettings;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;

/** Reads the newest reviews of an app, country by country. */
public final class AppStoreConnector implements Connector {
    private final ListingConnector reviews;

    public AppStoreConnector(AppStoreSettings settings, HttpFetcher fetcher) {
        Api store = Api.ofPages(fetcher, settings.url(), settings.polling().internal(), null);
        reviews = new ListingConnector(settings.countries().stream()
                .map(country -> new Reviews(store, settings.app(), country))
                .toList());
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return reviews.harvest(cursor, now);
    }
}
