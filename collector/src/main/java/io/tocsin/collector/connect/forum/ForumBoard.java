package io.tocsin.collector.connect.forum;

import io.tocsin.collector.clean.PageCharset;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.thread.Board;
import io.tocsin.collector.fetch.FetchRequest;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;

/** A forum, seen through the selectors of its configuration. */
record ForumBoard(ForumSettings settings, HttpFetcher fetcher) implements Board {

    @Override
    public String platform() {
        return Links.host(settings.list().url(1));
    }

    @Override
    public int listPages() {
        return settings.list().pages();
    }

    @Override
    public int threadPages() {
        return settings.thread().pages();
    }

    @Override
    public List<Listed> threads(int page, Instant now) throws SourceException {
        return page(settings.list().url(page), now).threads();
    }

    @Override
    public Leaf read(String address, Instant now) throws SourceException {
        ForumPage page = page(address, now);
        return new Leaf(page.posts(platform(), address), page.next().orElse(null));
    }

    private ForumPage page(String url, Instant now) throws SourceException {
        return switch (fetcher.fetch(FetchRequest.of(url, settings.internal()))) {
            case Page.Fetched page ->
                new ForumPage(
                        settings,
                        page.url(),
                        Jsoup.parse(
                                new String(page.body(), PageCharset.of(page.body(), page.contentType())), page.url()),
                        now);
            case Page.Unchanged unchanged ->
                throw new SourceException(
                        Problem.Kind.SERVER, "The server says 'unchanged' although nothing was asked of that kind.");
        };
    }
}
