package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/** Reads the time line of hashtags, and with a token searches. */
public final class MastodonConnector implements Recounter {
    /** As many as servers look up at once. */
    private static final int BATCH = 20;

    private final ListingConnector timelines;
    private final Api api;

    public MastodonConnector(MastodonSettings settings, HttpFetcher fetcher) {
        Pass pass = settings.token() == null ? null : Pass.bearer(settings.token(), "token");
        api = Api.documented(fetcher, settings.url(), settings.polling().internal(), pass);
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

    @Override
    public int batch() {
        return BATCH;
    }

    /** The answer leaves out those that are no more. */
    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        String host = api.base().host();
        HttpUrl.Builder url = api.path("api/v1/statuses");
        ids.forEach(id -> url.addQueryParameter("id[]", Status.local(id)));
        List<Post> found = Json.each(api.json(url).items(), status -> Status.post(status, host));
        return Recounter.readings(ids, found);
    }
}
