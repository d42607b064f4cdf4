package io.tocsin.collector.connect.v2ex;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.V2exSettings;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.connect.thread.ThreadConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Reads the newest topics, or with a token the topics of some nodes and their replies. */
public final class V2exConnector implements Connector {
    private final Connector topics;

    public V2exConnector(V2exSettings settings, HttpFetcher fetcher) {
        Pass pass = settings.token() == null ? null : Pass.bearer(settings.token(), "token");
        Api api = Api.documented(fetcher, settings.url(), settings.polling().internal(), pass);
        topics = settings.nodes().isEmpty()
                ? new ListingConnector(List.of(new LatestTopics(api)))
                : new ThreadConnector(new NodeTopics(api, settings.nodes()));
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return topics.harvest(cursor, now);
    }
}
