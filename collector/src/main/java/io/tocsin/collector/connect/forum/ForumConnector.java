package io.tocsin.collector.connect.forum;

import io.tocsin.collector.clean.PageCharset;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.forum.ForumPage.Said;
import io.tocsin.collector.connect.forum.Walk.Known;
import io.tocsin.collector.connect.forum.Walk.Visit;
import io.tocsin.collector.fetch.FetchRequest;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a forum in rounds: first the list of threads, then, one step each, the threads that have news. A thread that is
 * known is read from its last known page on, so that late replies to old threads are found at little cost.
 */
public final class ForumConnector implements Connector {
    private static final Logger log = LoggerFactory.getLogger(ForumConnector.class);
    /** Trouble with one thread that says nothing about the others. */
    private static final Set<Problem.Kind> OF_ONE_THREAD = EnumSet.of(
            Problem.Kind.SERVER,
            Problem.Kind.MISSING,
            Problem.Kind.ROBOTS,
            Problem.Kind.TOO_LARGE,
            Problem.Kind.UNREADABLE);

    private static final Set<Problem.Kind> PAST_THE_END = EnumSet.of(Problem.Kind.MISSING, Problem.Kind.UNREADABLE);

    private final ForumSettings settings;
    private final HttpFetcher fetcher;
    private final String platform;

    public ForumConnector(ForumSettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.platform = Links.host(settings.list().url(1));
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        Walk walk = Walk.of(cursor);
        return walk.queue().isEmpty() ? beginRound(walk, now) : visitNext(walk, now);
    }

    private Harvest beginRound(Walk walk, Instant now) throws SourceException {
        Map<String, Visit> listed = new LinkedHashMap<>();
        for (int number = 1; number <= settings.list().pages(); number++) {
            int before = listed.size();
            threads(number, now).forEach(thread -> listed.putIfAbsent(thread.url(), thread));
            if (listed.size() == before) {
                break;
            }
        }
        List<Visit> news =
                listed.values().stream().filter(visit -> hasNews(visit, walk)).toList();
        return new Harvest(List.of(), walk.begin(news).cursor(), !news.isEmpty());
    }

    /** Past the end of a list some forums show its last page again, some an empty one, and some say that there is none. */
    private List<Visit> threads(int number, Instant now) throws SourceException {
        try {
            return page(settings.list().url(number), now).threads();
        } catch (SourceException e) {
            if (number > 1 && PAST_THE_END.contains(e.problem().kind())) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean hasNews(Visit visit, Walk walk) {
        Known known = walk.threads().get(visit.url());
        return known == null || visit.mark().equals("|") || !visit.mark().equals(known.mark());
    }

    private Harvest visitNext(Walk walk, Instant now) throws SourceException {
        Visit visit = walk.queue().getFirst();
        try {
            Reading reading = read(visit, Optional.ofNullable(walk.threads().get(visit.url())), now);
            return step(reading.posts(), walk.after(reading.known()));
        } catch (SourceException e) {
            if (!OF_ONE_THREAD.contains(e.problem().kind())) {
                throw e;
            }
            log.warn("A thread cannot be read, and is left out until the next round: {}", e.getMessage());
            return step(List.of(), walk.without(e.problem()));
        }
    }

    private static Harvest step(List<Post> posts, Walk walk) {
        return new Harvest(posts, walk.cursor(), !walk.queue().isEmpty(), walk.trouble());
    }

    /** Reads a thread from its last known page on. */
    private Reading read(Visit visit, Optional<Known> known, Instant now) throws SourceException {
        Set<String> visited = new HashSet<>();
        List<Post> posts = new ArrayList<>();
        Map<String, Integer> seen = known.map(Known::seen).orElse(Map.of());
        String first = known.map(Known::first).orElse("");
        Optional<String> next = Optional.of(known.map(Known::page).orElse(visit.url()));
        String last = visit.url();
        while (next.isPresent() && visited.size() < settings.thread().pages() && visited.add(next.get())) {
            last = next.get();
            ForumPage page = page(last, now);
            Map<String, Said> said = page.posts();
            first = first.isEmpty() ? said.keySet().iterator().next() : first;
            for (Said post : said.values()) {
                if (!Integer.valueOf(post.hash()).equals(seen.get(post.id()))) {
                    posts.add(post(post, first, visit.title(), last));
                }
            }
            seen = said.values().stream().collect(Collectors.toMap(Said::id, Said::hash));
            next = page.next().filter(address -> !visited.contains(address));
        }
        return new Reading(posts, new Known(next.isEmpty() ? visit.mark() : "", last, first, seen));
    }

    private Post post(Said said, String first, String title, String page) {
        boolean opens = said.id().equals(first);
        return Post.builder(id(said.id()), platform, opens ? title + "\n" + said.text() : said.text(), said.at())
                .url(page)
                .author(said.author().isEmpty() ? null : Author.of(id(said.author()), said.author()))
                .inReplyTo(opens ? null : id(first))
                .root(opens ? null : id(first))
                .build();
    }

    private String id(String local) {
        return platform + ":" + local;
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

    /** What a visit brought. */
    private record Reading(List<Post> posts, Known known) {}
}
