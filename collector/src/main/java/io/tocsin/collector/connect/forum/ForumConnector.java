package io.tocsin.collector.connect.forum;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.thread.ThreadConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.Optional;

/** Reads a forum by its pages. */
public final class ForumConnector implements Connector {
    private final ForumBoard board;
    private final ThreadConnector threads;

    public ForumConnector(ForumSettings settings, HttpFetcher fetcher) {
        board = new ForumBoard(settings, fetcher);
        threads = new ThreadConnector(board);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return threads.harvest(cursor, now);
    }

    @Override
    public Optional<String> recognised() {
        return board.recognised();
    }
}
