package io.tocsin.collector.connect.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A feed as a server gave it. */
public final class FeedDocument {
    private static final int BEGINNING = 2_000;
    private static final String NAMED_FEED = "link[rel=alternate][type~=(?i)rss|atom][href]";

    private FeedDocument() {}

    /**
     * Reads its items.
     *
     * @throws SourceException if it is no feed; the message says what it is instead
     */
    public static List<FeedItem> items(Page.Fetched page) throws SourceException {
        SyndFeed feed = parse(page);
        return feed.getEntries().stream()
                .map(entry -> FeedItem.of(entry, page.url(), feed.getLanguage()))
                .toList();
    }

    /** Documents that bring their own entities are refused: they could blow up, or read files. */
    private static SyndFeed parse(Page.Fetched page) throws SourceException {
        SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
        input.setAllowDoctypes(false);
        try (Reader reader = reader(page)) {
            return input.build(reader);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            String message = PublicUrl.of(page.url()) + " " + reason(page, e);
            throw new SourceException(Problem.Kind.UNREADABLE, message, null, e);
        }
    }

    /** The charset by byte order mark, header and XML declaration (RFC 7303). */
    private static Reader reader(Page.Fetched page) throws IOException {
        InputStream body = new ByteArrayInputStream(page.body());
        return statesCharset(page.contentType())
                ? new XmlReader(body, page.contentType(), true)
                : new XmlReader(body, true);
    }

    private static boolean statesCharset(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("charset=");
    }

    private static String reason(Page.Fetched page, Exception e) {
        String beginning = new String(
                        page.body(), 0, Math.min(page.body().length, BEGINNING), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (beginning.contains("<html") || beginning.contains("<!doctype html")) {
            return "is a web page, not a feed" + namedFeed(page);
        }
        if (beginning.contains("<!doctype")) {
            return "has a DOCTYPE, which feeds do not need and which can do harm. It is not read; tell its keeper.";
        }
        if (e instanceof ParsingFeedException broken && broken.getLineNumber() > 0) {
            return "is broken XML at line " + broken.getLineNumber() + ", column " + broken.getColumnNumber()
                    + ". It will be tried again; if it stays so, tell its keeper.";
        }
        return "is not an RSS or Atom feed. Open it in a browser and correct the address.";
    }

    private static String namedFeed(Page.Fetched page) {
        Element link = Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8), page.url())
                .selectFirst(NAMED_FEED);
        return link == null
                ? ", perhaps a log-in page. Open it in a browser, and look for the address of the feed."
                : ". The page names this feed: " + PublicUrl.of(link.absUrl("href"));
    }
}
