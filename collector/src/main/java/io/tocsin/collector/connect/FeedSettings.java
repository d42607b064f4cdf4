package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Source;
import java.time.Duration;

/**
 * An RSS or Atom feed.
 *
 * @param url its address, possibly with a user name and password for basic authentication
 * @param every the time from the start of one poll to the start of the next
 */
public record FeedSettings(String name, String url, Duration every, boolean internal) implements SourceSettings {

    public FeedSettings {
        WebAddress.require(url);
        Source unused = source(name, url, every);
    }

    @Override
    public Source source() {
        return source(name, url, every);
    }

    private static Source source(String name, String url, Duration every) {
        return new Source(name, "feed", PublicUrl.of(url), every);
    }

    /** Without the password in the address. */
    @Override
    public String toString() {
        return "FeedSettings[" + name + ", " + PublicUrl.of(url) + "]";
    }
}
