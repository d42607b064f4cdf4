package io.tocsin.collector.connect.thread;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.thread.Board.Extent;
import io.tocsin.collector.connect.thread.Board.Leaf;
import io.tocsin.collector.connect.thread.Board.Said;
import io.tocsin.collector.connect.thread.Walk.Known;
import io.tocsin.collector.connect.thread.Walk.Visit;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a board in rounds: first the list of threads, then, one page a step, the threads that have news. A thread that
 * is known is read from its last known page on, so that late replies to old threads are found at little cost.
 */
public final class ThreadConnector implements Connector {
    private static final Logger log = LoggerFactory.getLogger(ThreadConnector.class);
    /** Trouble with one thread that says nothing about the others. */
    private static final Set<Problem.Kind> OF_ONE_THREAD = EnumSet.of(
            Problem.Kind.SERVER,
            Problem.Kind.MISSING,
            Problem.Kind.ROBOTS,
            Problem.Kind.TOO_LARGE,
            Problem.Kind.UNREADABLE);

    /** There is no such page, or it is there and empty. */
    private static final Set<Problem.Kind> GONE = EnumSet.of(Problem.Kind.MISSING, Problem.Kind.UNREADABLE);

    private final Board board;
    private final Extent extent;

    public ThreadConnector(Board board) {
        this.board = board;
        this.extent = board.extent();
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        Walk walk = Walk.of(cursor);
        return walk.queue().isEmpty() ? beginRound(walk, now) : visitNext(walk, now);
    }

    private Harvest beginRound(Walk walk, Instant now) throws SourceException {
        Map<String, Visit> listed = new LinkedHashMap<>();
        for (int number = 1; number <= extent.listPages(); number++) {
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

    /** Past the end of a list some boards show its last page again, some an empty one, and some say that there is none. */
    private List<Visit> threads(int number, Instant now) throws SourceException {
        try {
            return board.threads(number, now).stream()
                    .map(listed -> Visit.of(listed.address(), listed.title(), listed.mark()))
                    .toList();
        } catch (SourceException e) {
            if (number > 1 && isGone(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean hasNews(Visit visit, Walk walk) {
        Known known = walk.threads().get(visit.url());
        return known == null || visit.mark().isEmpty() || !visit.mark().equals(known.mark());
    }

    private Harvest visitNext(Walk walk, Instant now) throws SourceException {
        Visit visit = walk.queue().getFirst();
        Optional<Known> known = Optional.ofNullable(walk.threads().get(visit.url()));
        String address =
                visit.next() != null ? visit.next() : known.map(Known::page).orElse(visit.url());
        try {
            return read(address, visit, known, walk, now);
        } catch (SourceException e) {
            if (e.problem().kind() == Problem.Kind.ACCESS) {
                return refused(visit, walk, e);
            }
            if (!OF_ONE_THREAD.contains(e.problem().kind())) {
                throw e;
            }
            if (isGone(e) && visit.read().isEmpty() && !address.equals(visit.url())) {
                log.info("The last known page of a thread is gone; an earlier one is read: {}", e.getMessage());
                String earlier =
                        known.flatMap(thread -> thread.earlierThan(address)).orElse(visit.url());
                return step(List.of(), walk.with(visit.to(earlier)));
            }
            log.warn("A thread cannot be read, and is left out until the next round: {}", e.getMessage());
            return step(List.of(), walk.without(e.problem()));
        }
    }

    /** If others can be read it is for somebody else's eyes; if none can, whoever reads is no longer let in. */
    private static Harvest refused(Visit visit, Walk walk, SourceException e) throws SourceException {
        if (visit.refusedAfter() == null) {
            return step(List.of(), walk.postponed());
        }
        if (walk.isOnlyThisRefused()) {
            log.warn("A thread is not for our eyes, and is left out until the next round: {}", e.getMessage());
            return step(List.of(), walk.without(e.problem()));
        }
        throw e;
    }

    private static boolean isGone(SourceException e) {
        return GONE.contains(e.problem().kind());
    }

    /** Reads one page of a thread, and goes on to the next one if there is one. */
    private Harvest read(String address, Visit visit, Optional<Known> known, Walk walk, Instant now)
            throws SourceException {
        Leaf page = board.read(address, now);
        Map<String, Said> said = new LinkedHashMap<>();
        page.posts().forEach(post -> said.putIfAbsent(post.id(), post));
        Map<String, Integer> seen = known.map(Known::seen).orElse(Map.of());
        String first = known.map(Known::first)
                .or(() -> said.keySet().stream().findFirst())
                .orElse("");
        List<Post> news = said.values().stream()
                .filter(post -> !Integer.valueOf(post.hash()).equals(seen.get(post.id())))
                .map(post -> post.in(extent.platform(), first, visit.title()))
                .toList();
        Visit done = visit.past(address);
        Optional<String> next =
                Optional.ofNullable(page.next()).filter(link -> !done.read().contains(link));
        Known here = new Known(
                next.isEmpty() ? visit.mark() : "",
                address,
                before(address, visit, known),
                first,
                said.values().stream().collect(Collectors.toMap(Said::id, Said::hash)));
        boolean goesOn = next.isPresent() && done.read().size() < extent.threadPages();
        return step(news, goesOn ? walk.knowing(here).with(done.to(next.get())) : walk.after(here));
    }

    private static @Nullable String before(String page, Visit visit, Optional<Known> known) {
        return visit.read().isEmpty()
                ? known.flatMap(thread -> thread.earlierThan(page)).orElse(null)
                : visit.read().getLast();
    }

    private static Harvest step(List<Post> posts, Walk walk) {
        return new Harvest(posts, walk.cursor(), !walk.queue().isEmpty(), walk.trouble());
    }
}
