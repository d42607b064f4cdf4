package io.tocsin.collector.connect.forum;

import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Spot;
import io.tocsin.collector.connect.Survey;
import io.tocsin.collector.connect.Survey.Tally;
import io.tocsin.collector.connect.thread.Board.Listed;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tries out the selectors of a forum, on the pages that a poll would read and in the way it would read them. */
public final class ForumSurvey {
    private static final String LIST = "list";
    private static final String THREAD = "thread";

    private final ForumSettings settings;
    private final ForumBoard board;

    public ForumSurvey(ForumSettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        this.board = new ForumBoard(settings, fetcher);
    }

    /** As what the forum was recognised, once a page was read. */
    public Optional<String> recognised() {
        return board.recognised();
    }

    /**
     * The first page of the list, and of the first thread on it.
     *
     * @throws SourceException if a page cannot be had
     */
    public List<Survey> live(Instant now) throws SourceException {
        String address = settings.list().url(1);
        ForumPage list = board.page(address, now);
        List<Survey> surveys = new ArrayList<>();
        surveys.add(list(list, address));
        Optional<String> thread = firstThread(list);
        if (thread.isPresent()) {
            surveys.add(thread(board.page(thread.get(), now), thread.get()));
        }
        return surveys;
    }

    /**
     * A saved page.
     *
     * @param kind {@code list} or {@code thread}; empty decides by what is found on it
     * @throws SourceException if nobody said how it is to be read
     */
    public Survey saved(byte[] html, Optional<String> kind, Instant now) throws SourceException {
        String address = settings.list().url(1);
        ForumPage page = board.layout().page(Page.Fetched.saved(address, html), now);
        boolean isThread = kind.map(THREAD::equals).orElseGet(() -> looksLikeThread(page));
        return isThread ? thread(page, address) : list(page, address);
    }

    private static boolean looksLikeThread(ForumPage page) {
        return page.elements(Spot.POST_ITEM).stream()
                .anyMatch(item -> page.find(Spot.POST_ID, item).isPresent());
    }

    private static Optional<String> firstThread(ForumPage list) {
        try {
            return list.threads().stream().map(Listed::address).findFirst();
        } catch (SourceException unreadable) {
            return Optional.empty();
        }
    }

    private static Survey list(ForumPage page, String asked) {
        List<Element> items = page.elements(Spot.LIST_ITEM);
        List<Tally> tallies = List.of(
                tally(Spot.LIST_LINK, items, page::link),
                tally(Spot.LIST_TITLE, items, item -> page.find(Spot.LIST_TITLE, item)),
                tally(Spot.LIST_REPLIES, items, item -> page.find(Spot.LIST_REPLIES, item)),
                tally(Spot.LIST_LAST_REPLY, items, item -> page.find(Spot.LIST_LAST_REPLY, item)),
                next(page, Spot.LIST_NEXT));
        return new Survey(LIST, asked, page.url(), items.size(), tallies, problem(page::threads));
    }

    private static Survey thread(ForumPage page, String asked) {
        List<Element> items = page.elements(Spot.POST_ITEM);
        List<Tally> tallies = List.of(
                tally(Spot.POST_ID, items, item -> page.find(Spot.POST_ID, item)),
                tally(Spot.POST_AUTHOR, items, item -> page.find(Spot.POST_AUTHOR, item)),
                tally(
                        Spot.POST_TIME,
                        items,
                        item -> page.time(item).map(time -> time.at().toString())),
                tally(Spot.POST_TEXT, items, page::text),
                next(page, Spot.THREAD_NEXT));
        return new Survey(THREAD, asked, page.url(), items.size(), tallies, problem(() -> page.posts("", asked)));
    }

    private static Tally tally(Spot spot, List<Element> items, Function<Element, Optional<String>> value) {
        return Tally.of(spot.key(), spot.isRequired(), items, value);
    }

    private static Tally next(ForumPage page, Spot spot) {
        return Tally.of(spot.key(), false, List.of(spot), page::next);
    }

    private static @Nullable Problem problem(Reading reading) {
        try {
            reading.read();
            return null;
        } catch (SourceException unreadable) {
            return unreadable.problem();
        }
    }

    /** What a poll does with the page. */
    private interface Reading {
        List<?> read() throws SourceException;
    }
}
