package io.tocsin.collector.connect.forum;

import io.tocsin.collector.connect.Entrance;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Spot;
import io.tocsin.collector.connect.thread.Board;
import io.tocsin.collector.fetch.FetchRequest;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A forum, seen through selectors. */
final class ForumBoard implements Board {
    private final ForumSettings settings;
    private final HttpFetcher fetcher;
    private final Entrance entrance;
    private final Layout layout;
    /** Where the list goes on after the page that was read last. */
    private @Nullable String nextList;

    ForumBoard(ForumSettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.entrance = Entrance.of(settings.list().url(1), settings.cookie());
        this.layout = new Layout(settings);
    }

    /** What the forum was recognised as. */
    Optional<String> recognised() {
        return layout.recognised().map(Preset::title);
    }

    Layout layout() {
        return layout;
    }

    @Override
    public Extent extent() {
        return new Extent(Links.host(settings.list().url(1)), settings.list().pages(), settings.threadPages());
    }

    @Override
    public List<Listed> threads(int page, Instant now) throws SourceException {
        String url = page == 1 || settings.list().isNumbered() ? settings.list().url(page) : nextList;
        if (url == null) {
            return List.of();
        }
        ForumPage list = page(url, now);
        nextList = list.next(Spot.LIST_NEXT).orElse(null);
        return list.threads();
    }

    @Override
    public Leaf read(String address, Instant now) throws SourceException {
        ForumPage page = page(address, now);
        return new Leaf(
                page.posts(extent().platform(), address),
                page.next(Spot.THREAD_NEXT).orElse(null));
    }

    /** One page, as the server gives it. */
    ForumPage page(String url, Instant now) throws SourceException {
        FetchRequest request =
                FetchRequest.of(url, settings.polling().internal()).with(entrance.passFor(url));
        return switch (fetcher.fetch(request)) {
            case Page.Fetched page -> layout.page(page, now);
            case Page.Unchanged unchanged ->
                throw new SourceException(
                        Problem.Kind.SERVER, "The server says 'unchanged' although nothing was asked of that kind.");
        };
    }
}
