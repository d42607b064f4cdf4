package io.tocsin.collector.connect.youtube;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.YouTubeSettings;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the newest comments on channels and videos. */
public final class YouTubeConnector implements Connector {
    private final ListingConnector comments;

    public YouTubeConnector(YouTubeSettings settings, HttpFetcher fetcher) {
        Pass key = new Pass("X-Goog-Api-Key", settings.key(), "key");
        Api api = Api.documented(fetcher, settings.url(), settings.polling().internal(), key);
        List<Comments> all = new ArrayList<>();
        settings.channels().forEach(id -> all.add(new Comments(api, "allThreadsRelatedToChannelId", id)));
        settings.videos().forEach(id -> all.add(new Comments(api, "videoId", id)));
        comments = new ListingConnector(all);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return comments.harvest(cursor, now);
    }
}
