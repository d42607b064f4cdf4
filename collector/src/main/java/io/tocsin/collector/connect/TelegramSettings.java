package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * Public channels of Telegram, by the pages that it shows to everybody.
 *
 * @param url of those pages
 * @param channels their names, without a sign
 */
public record TelegramSettings(Polling polling, String url, List<String> channels) implements SourceSettings {
    public static final String URL = "https://t.me/";

    public TelegramSettings {
        WebAddress.require(url);
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("'channels' is empty, so there is nothing to read");
        }
    }

    @Override
    public Source source() {
        return polling.source("telegram", url);
    }
}
