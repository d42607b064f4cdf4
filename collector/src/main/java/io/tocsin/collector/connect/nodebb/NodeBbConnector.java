package io.tocsin.collector.connect.nodebb;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.NodeBbSettings;
import io.tocsin.collector.connect.thread.ThreadConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;

/** Reads the topics that were last answered. */
public final class NodeBbConnector implements Connector {
    private final ThreadConnector threads;

    public NodeBbConnector(NodeBbSettings settings, HttpFetcher fetcher) {
        threads = new ThreadConnector(new NodeBbBoard(settings, fetcher));
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return threads.harvest(cursor, now);
    }
}
