package io.tocsin.collector.connect.forum;

import crawlercommons.filters.basic.BasicURLNormalizer;
import io.tocsin.collector.clean.Tracking;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Addresses on a forum's pages, made whole, and without what changes from visit to visit. */
final class Links {
    private static final BasicURLNormalizer NORMALIZER = new BasicURLNormalizer();

    private Links() {}

    /** Where a link on a page leads; empty if it leads to another host, or nowhere. */
    static Optional<String> follow(String page, String href) {
        HttpUrl base = HttpUrl.parse(page);
        HttpUrl target = base == null ? null : base.resolve(href.strip());
        if (base == null || target == null || !target.host().equals(base.host())) {
            return Optional.empty();
        }
        @Nullable String normal = NORMALIZER.filter(Tracking.cut(target).toString());
        return Optional.ofNullable(normal);
    }

    /** The host of a page: what the forum is called as a platform. */
    static String host(String page) {
        return HttpUrl.get(page).host();
    }
}
