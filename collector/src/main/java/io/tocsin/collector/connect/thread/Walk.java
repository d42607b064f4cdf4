package io.tocsin.collector.connect.thread;

import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a board was read; the content of its cursor.
 *
 * @param queue the threads of this round that are still to be visited
 * @param visited how many threads of this round were read
 * @param failed how many could not be read
 * @param problem why the first of them could not
 * @param threads what is known of each thread by its address, the least recently visited first
 */
record Walk(
        List<Visit> queue,
        int visited,
        int failed,
        @Nullable Problem problem,
        Map<String, Known> threads) {
    /** So many threads are remembered; one that is forgotten and comes up again is read again, which does no harm. */
    static final int MOST_THREADS = 3_000;

    private static final CursorFormat<Walk> CURSORS =
            new CursorFormat<>(Walk.class, new Walk(List.of(), 0, 0, null, Map.of()));

    /** Reads a cursor; one of a source that was no board counts as the start. */
    static Walk of(Cursor cursor) {
        return CURSORS.read(cursor);
    }

    Cursor cursor() {
        return CURSORS.write(this);
    }

    /** A new round. */
    Walk begin(List<Visit> visits) {
        return new Walk(visits, 0, 0, null, threads);
    }

    /** After the first thread of the queue was read as far as it will be in this round. */
    Walk after(Known known) {
        return new Walk(rest(), visited + 1, failed, problem, knowing(known).threads());
    }

    /** In the middle of the first thread of the queue: it is to be visited like this. */
    Walk with(Visit visit) {
        List<Visit> visits = new ArrayList<>(queue);
        visits.set(0, visit);
        return new Walk(visits, visited, failed, problem, threads);
    }

    /** The first thread of the queue was refused: the others come first, to see whether it is the only one. */
    Walk postponed() {
        List<Visit> visits = new ArrayList<>(rest());
        visits.add(queue.getFirst().refused(visited));
        return new Walk(visits, visited, failed, problem, threads);
    }

    /** Whether another thread was read since the first of the queue was refused. */
    boolean isOnlyThisRefused() {
        Integer before = queue.getFirst().refusedAfter();
        return before != null && visited > before;
    }

    /** This is known of the first thread of the queue. */
    Walk knowing(Known known) {
        Map<String, Known> remembered = new LinkedHashMap<>(threads);
        String thread = queue.getFirst().url();
        remembered.remove(thread);
        remembered.put(thread, known);
        List<String> oldest =
                new ArrayList<>(remembered.keySet()).subList(0, Math.max(0, remembered.size() - MOST_THREADS));
        oldest.forEach(remembered::remove);
        return new Walk(queue, visited, failed, problem, remembered);
    }

    /** After the first thread of the queue could not be read: it is tried again when the list shows it again. */
    Walk without(Problem why) {
        return new Walk(rest(), visited, failed + 1, problem == null ? why : problem, threads);
    }

    /** The trouble of a round that is over: one odd thread is none, most of them are. */
    @Nullable
    Problem trouble() {
        return queue.isEmpty() && failed > visited ? problem : null;
    }

    private List<Visit> rest() {
        return queue.subList(1, queue.size());
    }

    /**
     * A thread to visit.
     *
     * @param mark what the list says of its replies; the same mark means no news
     * @param read the pages that were read in this round
     * @param next the page to read; {@code null} for where the thread was left, or its beginning
     * @param refusedAfter how many threads of this round had been read when it was refused; {@code null} if it was not
     */
    record Visit(
            String url,
            String title,
            String mark,
            List<String> read,
            @Nullable String next,
            @Nullable Integer refusedAfter) {

        static Visit of(String url, String title, String mark) {
            return new Visit(url, title, mark, List.of(), null, null);
        }

        Visit to(String page) {
            return new Visit(url, title, mark, read, page, refusedAfter);
        }

        Visit past(String page) {
            List<String> pages = new ArrayList<>(read);
            pages.add(page);
            return new Visit(url, title, mark, pages, null, refusedAfter);
        }

        Visit refused(int visited) {
            return new Visit(url, title, mark, read, next, visited);
        }
    }

    /**
     * What is known of a thread that was read.
     *
     * @param mark of the list when it was read to its end; empty if it was not
     * @param page the last page that was read
     * @param before the page that led to it; {@code null} if that is not known, or there was none
     * @param first the id of the first post
     * @param seen a hash of each post on that page, by id, to find new and changed ones
     */
    record Known(String mark, String page, @Nullable String before, String first, Map<String, Integer> seen) {

        /** Where to look when there is nothing on that page any more: thread and pages shrink by their ends. */
        Optional<String> earlierThan(String gone) {
            return gone.equals(page) ? Optional.ofNullable(before) : Optional.empty();
        }
    }
}
