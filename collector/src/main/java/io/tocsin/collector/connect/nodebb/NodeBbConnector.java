package io.tocsin.collector.connect.nodebb;

import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.NodeBbSettings;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.thread.ThreadConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Reads the topics that were last answered. */
public final class NodeBbConnector implements Recounter {
    private static final int BATCH = 5;

    private final NodeBbBoard board;
    private final ThreadConnector threads;

    public NodeBbConnector(NodeBbSettings settings, HttpFetcher fetcher) {
        board = new NodeBbBoard(settings, fetcher);
        threads = new ThreadConnector(board);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return threads.harvest(cursor, now);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        return Recounter.oneByOne(ids, board::around);
    }
}
