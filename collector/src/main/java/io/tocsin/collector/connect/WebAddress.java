package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.PublicUrl;
import okhttp3.HttpUrl;

/** Checks addresses from the configuration. */
final class WebAddress {
    private WebAddress() {}

    /**
     * Refuses what cannot be fetched.
     *
     * @throws IllegalArgumentException with a sentence for a person
     */
    static void require(String url) {
        if (HttpUrl.parse(url) == null) {
            throw new IllegalArgumentException(
                    "'" + PublicUrl.of(url) + "' is no web address; it must look like https://example.org/feed.xml");
        }
    }
}
