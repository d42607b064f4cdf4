package io.tocsin.collector.connect.forum;

import io.tocsin.collector.connect.BadDayContract;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.forum.ForumPages.Reply;
import io.tocsin.collector.connect.forum.ForumPages.Row;
import io.tocsin.collector.fetch.TestSite;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Eight threads of two pages on two pages of a list. */
class ForumBadDayTest extends BadDayContract {
    private static final int THREADS = 8;

    private final ForumPages forum = new DiscuzPages(StandardCharsets.UTF_8);

    @Override
    protected SourceSettings settings() {
        return new ForumSettings(
                Polls.polling(),
                ZoneId.of("Asia/Shanghai"),
                new ForumSettings.ListPages(site.url(forum.board(1)), 2),
                30,
                null,
                null,
                Selectors.NONE);
    }

    @Override
    protected void serve() {
        put(forum.board(1), forum.list(rows(1), forum.board(2)));
        put(forum.board(2), forum.list(rows(1 + THREADS / 2), null));
        for (int thread = 1; thread <= THREADS; thread++) {
            put(forum.thread(thread, 1), forum.replies(replies(thread, 1), forum.thread(thread, 2)));
            put(forum.thread(thread, 2), forum.replies(replies(thread, 3), null));
        }
    }

    @Override
    protected List<String> served() {
        return IntStream.rangeClosed(1, THREADS)
                .boxed()
                .flatMap(thread -> Stream.concat(replies(thread, 1).stream(), replies(thread, 3).stream()))
                .map(reply -> "localhost:" + reply.id())
                .toList();
    }

    private static List<Row> rows(int first) {
        return IntStream.range(first, first + THREADS / 2)
                .mapToObj(id -> new Row(id, "thread " + id, 3))
                .toList();
    }

    private static List<Reply> replies(int thread, int first) {
        return IntStream.of(first, first + 1)
                .mapToObj(number -> new Reply(100 * thread + number, "somebody", "text " + number, ""))
                .toList();
    }

    private void put(String path, String html) {
        site.put(path, TestSite.page(html));
    }
}
