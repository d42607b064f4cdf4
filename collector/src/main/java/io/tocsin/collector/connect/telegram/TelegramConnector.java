package io.tocsin.collector.connect.telegram;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.TelegramSettings;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;

/** Reads the messages of public channels. */
public final class TelegramConnector implements Connector {
    private final ListingConnector channels;

    public TelegramConnector(TelegramSettings settings, HttpFetcher fetcher) {
        Api pages = Api.ofPages(fetcher, settings.url(), settings.polling().internal(), null);
        channels = new ListingConnector(settings.channels().stream()
                .map(channel -> new Channel(pages, channel))
                .toList());
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return channels.harvest(cursor, now);
    }
}
