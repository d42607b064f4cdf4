package io.tocsin.collector.connect.discourse;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.DiscourseSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Reads the newest posts of a whole forum: new topics, and replies to topics of any age. */
public final class DiscourseConnector implements Connector {
    private final ListingConnector posts;

    public DiscourseConnector(DiscourseSettings settings, HttpFetcher fetcher) {
        Api forum = Api.ofPages(fetcher, settings.url(), settings.polling().internal(), null);
        posts = new ListingConnector(List.of(new LatestPosts(forum)));
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return posts.harvest(cursor, now);
    }
}
