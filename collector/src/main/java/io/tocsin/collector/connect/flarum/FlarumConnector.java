package io.tocsin.collector.connect.flarum;

import io.tocsin.collector.connect.FlarumSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.thread.ThreadConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Reads the discussions that were last answered. */
public final class FlarumConnector implements Recounter {
    private final FlarumBoard board;
    private final ThreadConnector threads;

    public FlarumConnector(FlarumSettings settings, HttpFetcher fetcher) {
        board = new FlarumBoard(settings, fetcher);
        threads = new ThreadConnector(board);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return threads.harvest(cursor, now);
    }

    @Override
    public int batch() {
        return FlarumBoard.LIMIT;
    }

    /** The answer leaves out those that are no more. */
    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        return Recounter.readings(ids, board.again(ids));
    }
}
