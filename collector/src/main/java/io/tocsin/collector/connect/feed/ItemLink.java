package io.tocsin.collector.connect.feed;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Links of items, made whole and without what only counts visitors. */
final class ItemLink {
    private static final String TRACKING = "utm_";

    private ItemLink() {}

    /** The link, or {@code null} if it is no web address. */
    static @Nullable String clean(String page, @Nullable String link) {
        HttpUrl url = link == null ? null : HttpUrl.get(page).resolve(link.strip());
        if (url == null) {
            return null;
        }
        HttpUrl.Builder clean = url.newBuilder();
        url.queryParameterNames().stream()
                .filter(name -> name.startsWith(TRACKING))
                .forEach(clean::removeAllQueryParameters);
        return clean.build().toString();
    }
}
