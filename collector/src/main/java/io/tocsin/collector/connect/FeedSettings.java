package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Source;
import java.time.Duration;

/**
 * An RSS or Atom feed.
 *
 * @param url its address, possibly with a user name and password for basic authentication
 */
public record FeedSettings(Polling polling, String url) implements SourceSettings {

    public FeedSettings {
        WebAddress.require(url);
    }

    /** One that is polled so often, and takes posts of any age. */
    public FeedSettings(String name, String url, Duration every, boolean internal) {
        this(new Polling(name, every, internal), url);
    }

    @Override
    public Source source() {
        return polling.source("feed", url);
    }

    /** Without the password in the address. */
    @Override
    public String toString() {
        return "FeedSettings[" + polling.name() + ", " + PublicUrl.of(url) + "]";
    }
}
