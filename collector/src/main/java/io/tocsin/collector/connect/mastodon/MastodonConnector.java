package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the time line of hashtags, and with a token searches. */
public final class MastodonConnector implements Connector {
    private final ListingConnector timelines;

    public MastodonConnector(MastodonSettings settings, HttpFetcher fetcher) {
        Pass pass = settings.token() == null ? null : Pass.bearer(settings.token(), "token");
        Api api = Api.documented(fetcher, settings.url(), settings.polling().internal(), pass);
        List<Timeline> all = new ArrayList<>();
        if (!settings.tags().isEmpty()) {
            all.add(Timeline.ofTags(api, settings.tags()));
        }
        settings.search().forEach(words -> all.add(Timeline.ofSearch(api, words)));
        timelines = new ListingConnector(all);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return timelines.harvest(cursor, now);
    }
}
