package io.tocsin.collector.connect.flarum;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.FlarumSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.thread.ThreadConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;

/** Reads the discussions that were last answered. */
public final class FlarumConnector implements Connector {
    private final ThreadConnector threads;

    public FlarumConnector(FlarumSettings settings, HttpFetcher fetcher) {
        threads = new ThreadConnector(new FlarumBoard(settings, fetcher));
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return threads.harvest(cursor, now);
    }
}
