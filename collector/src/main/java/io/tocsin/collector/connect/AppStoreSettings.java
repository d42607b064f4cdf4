package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * Reviews of an app in Apple's App Store.
 *
 * @param url of the store's feeds
 * @param app its number, as in its address after {@code id}
 * @param countries whose reviews are read, by their two letters
 */
public record AppStoreSettings(Polling polling, String url, String app, List<String> countries)
        implements SourceSettings {
    public static final String URL = "https://itunes.apple.com/";

    public AppStoreSettings {
        WebAddress.require(url);
        countries = List.copyOf(countries);
        if (countries.isEmpty()) {
            throw new IllegalArgumentException("'countries' is empty, so there is nothing to read");
        }
    }

    @Override
    public Source source() {
        return polling.source("appstore", url);
    }
}
