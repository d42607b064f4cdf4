package io.tocsin.collector.connect.telegram;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.TelegramSettings;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Reads the messages of public channels. */
public final class TelegramConnector implements Recounter {
    /** One page tells of twenty messages in a row. */
    private static final int BATCH = 10;

    private final Api pages;
    private final ListingConnector channels;

    public TelegramConnector(TelegramSettings settings, HttpFetcher fetcher) {
        pages = Api.ofPages(fetcher, settings.url(), settings.polling().internal(), null);
        channels = new ListingConnector(settings.channels().stream()
                .map(channel -> new Channel(pages, channel))
                .toList());
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return channels.harvest(cursor, now);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        List<String> newestFirst = ids.stream()
                .sorted(Comparator.comparingLong(Message::number).reversed())
                .toList();
        return Recounter.oneByOne(newestFirst, id -> new Channel(pages, Message.channel(id)).endingIn(id, now));
    }
}
