package io.tocsin.collector.connect.feed;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sitemap (sitemaps.org, version 0.9) with Google's elements for news, or an index of sitemaps. */
record Sitemap(String url, AbstractSiteMap content) {
    /** An index may name every month since the beginning. */
    private static final int MOST_PARTS = 10;

    private static final int BEGINNING = 8_000;
    private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?(?:urlset|sitemapindex)[\\s>]");

    /** Whether the page is one. */
    static boolean isOne(Page.Fetched page) {
        return ROOT.matcher(beginning(page)).find();
    }

    /**
     * Reads it.
     *
     * @throws SourceException if it is broken, or brings its own entities: they could blow up, or read files
     */
    static Sitemap of(Page.Fetched page) throws SourceException {
        if (beginning(page).toLowerCase(Locale.ROOT).contains("<!doctype")) {
            throw unreadable(
                    page.url(), "has a DOCTYPE, which sitemaps do not need and which can do harm. Tell its keeper.");
        }
        SiteMapParser parser = new SiteMapParser(false, false);
        parser.enableExtension(Extension.NEWS);
        try {
            return new Sitemap(
                    page.url(),
                    parser.parseSiteMap(
                            "text/xml", page.body(), URI.create(page.url()).toURL()));
        } catch (UnknownFormatException | IOException | IllegalArgumentException e) {
            throw unreadable(
                    page.url(), "is a broken sitemap. It will be tried again; if it stays so, tell its keeper.");
        }
    }

    /** The sitemaps that an index names, those that changed last first; none if this is no index. */
    List<String> parts() {
        if (!(content instanceof SiteMapIndex index)) {
            return List.of();
        }
        Comparator<AbstractSiteMap> newest =
                Comparator.comparing(AbstractSiteMap::getLastModified, Comparator.nullsLast(Comparator.reverseOrder()));
        return index.getSitemaps().stream()
                .sorted(newest)
                .limit(MOST_PARTS)
                .map(part -> part.getUrl().toString())
                .toList();
    }

    /**
     * The pages that have a title.
     *
     * @throws SourceException if there are pages, and none has one
     */
    List<FeedItem> items() throws SourceException {
        if (!(content instanceof SiteMap map)) {
            return List.of();
        }
        List<FeedItem> items = map.getSiteMapUrls().stream()
                .flatMap(page -> item(page).stream())
                .toList();
        if (items.isEmpty() && !map.getSiteMapUrls().isEmpty()) {
            throw unreadable(
                    url,
                    "is a sitemap without news: no page on it has a news:title. Look into robots.txt of the site for"
                            + " a sitemap of its news.");
        }
        return items;
    }

    private Optional<FeedItem> item(SiteMapURL page) {
        String link = ItemLink.clean(url, page.getUrl().toString());
        NewsAttributes news = news(page);
        String title = news == null ? "" : TextCleaner.tidy(String.valueOf(news.getTitle()));
        return link == null || news == null || news.getTitle() == null || title.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedItem(link, title, link, null, news.getLanguage(), written(page, news)));
    }

    private static @Nullable NewsAttributes news(SiteMapURL page) {
        ExtensionMetadata[] all = page.getAttributesForExtension(Extension.NEWS);
        return all == null
                ? null
                : Stream.of(all)
                        .filter(NewsAttributes.class::isInstance)
                        .map(NewsAttributes.class::cast)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Instant written(SiteMapURL page, NewsAttributes news) {
        return Stream.of(Optional.ofNullable(news.getPublicationDate()), Optional.ofNullable(page.getLastModified()))
                .flatMap(Optional::stream)
                .map(Date::toInstant)
                .filter(FeedItem::isCredible)
                .findFirst()
                .orElse(null);
    }

    /** As far as it is ASCII, in whatever charset. */
    private static String beginning(Page.Fetched page) {
        int length = Math.min(page.body().length, BEGINNING);
        return new String(page.body(), 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private static SourceException unreadable(String url, String what) {
        return new SourceException(Problem.Kind.UNREADABLE, PublicUrl.of(url) + " " + what);
    }
}
