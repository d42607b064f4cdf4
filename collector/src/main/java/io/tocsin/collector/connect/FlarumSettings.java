package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;

/**
 * A Flarum forum that guests may read.
 *
 * @param pages how many pages of the list to read at most, 50 discussions each
 */
public record FlarumSettings(Polling polling, String url, int pages) implements SourceSettings {

    public FlarumSettings {
        WebAddress.require(url);
    }

    @Override
    public Source source() {
        return polling.source("flarum", url);
    }
}
