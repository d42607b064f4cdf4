package io.tocsin.collector.connect.lemmy;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.LemmySettings;
import io.tocsin.collector.connect.lemmy.LemmyListing.What;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads new posts and comments of communities, and what a search finds. */
public final class LemmyConnector implements Connector {
    private final ListingConnector listings;

    public LemmyConnector(LemmySettings settings, HttpFetcher fetcher) {
        Api api = Api.documented(fetcher, settings.url(), settings.polling().internal(), null);
        List<LemmyListing> all = new ArrayList<>();
        for (What what : What.values()) {
            for (String community : settings.communities()) {
                Map<String, String> of = Map.of("community_name", community);
                all.add(new LemmyListing(api, what, "api/v3/" + what.one() + "/list", of));
            }
            for (String words : settings.search()) {
                Map<String, String> of = Map.of("q", words, "type_", what.type());
                all.add(new LemmyListing(api, what, "api/v3/search", of));
            }
        }
        listings = new ListingConnector(all);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return listings.harvest(cursor, now);
    }
}
