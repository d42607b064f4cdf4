package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;

/** A Discourse forum that guests may read. */
public record DiscourseSettings(Polling polling, String url) implements SourceSettings {

    public DiscourseSettings {
        WebAddress.require(url);
    }

    @Override
    public Source source() {
        return polling.source("discourse", url);
    }
}
