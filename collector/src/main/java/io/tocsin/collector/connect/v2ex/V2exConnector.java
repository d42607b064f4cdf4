package io.tocsin.collector.connect.v2ex;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
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
public final class V2exConnector implements Recounter {
    private final Connector topics;
    private final Recounter.Call topic;

    public V2exConnector(V2exSettings settings, HttpFetcher fetcher) {
        Pass pass = settings.token() == null ? null : Pass.bearer(settings.token(), "token");
        Api api = Api.documented(fetcher, settings.url(), settings.polling().internal(), pass);
        if (settings.nodes().isEmpty()) {
            LatestTopics latest = new LatestTopics(api);
            topics = new ListingConnector(List.of(latest));
            topic = latest::topic;
        } else {
            NodeTopics ofNodes = new NodeTopics(api, settings.nodes());
            topics = new ThreadConnector(ofNodes);
            topic = ofNodes::topic;
        }
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return topics.harvest(cursor, now);
    }

    /** Replies cannot be asked for by their ids. */
    @Override
    public boolean tells(String id) {
        return Member.isTopic(id);
    }

    /** Topics are told one by one. */
    @Override
    public int batch() {
        return 1;
    }

    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        return Recounter.oneByOne(ids, topic);
    }
}
