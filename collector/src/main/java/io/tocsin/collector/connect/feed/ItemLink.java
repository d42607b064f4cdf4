package io.tocsin.collector.connect.feed;

import io.tocsin.collector.clean.Tracking;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Links of items, made whole and without what only counts visitors. */
final class ItemLink {
    private ItemLink() {}

    /** The link, or {@code null} if it is no web address. */
    static @Nullable String clean(String page, @Nullable String link) {
        HttpUrl url = link == null ? null : HttpUrl.get(page).resolve(link.strip());
        return url == null ? null : Tracking.cut(url).toString();
    }
}
