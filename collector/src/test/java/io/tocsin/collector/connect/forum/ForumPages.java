package io.tocsin.collector.connect.forum;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of one forum software, in its own markup, around invented posts. */
interface ForumPages {

    /** A thread on a list. */
    record Row(int id, String title, int replies) {}

    /**
     * A post.
     *
     * @param id decides which of the forms of {@link #times} its time has
     * @param quoted what it quotes; empty if it quotes nothing
     */
    record Reply(int id, String author, String text, String quoted) {
        /** The place of its time in {@link #times}. */
        int form() {
            return (id - 1) % 4;
        }
    }

    String preset();

    String title();

    String board(int page);

    /** As Tocsin asks for it: without what is noise, and in order. */
    String thread(int id, int page);

    /**
     * How the software writes these times, read at 20:00 in Shanghai: 09:15 of 27 February 2026, yesterday at 12:30, three
     * minutes ago, and a minute ago.
     */
    List<String> times();

    String row(Row row);

    String reply(Reply reply);

    /** A page around rows or replies. */
    String page(String content, @Nullable String next);

    default Charset charset() {
        return StandardCharsets.UTF_8;
    }

    default String list(List<Row> rows, @Nullable String next) {
        return page(rows.stream().map(this::row).collect(Collectors.joining("\n")), next);
    }

    default String replies(List<Reply> replies, @Nullable String next) {
        return page(replies.stream().map(this::reply).collect(Collectors.joining("\n")), next);
    }

    /** What a guest is shown instead of a page for members. */
    default String login() {
        return page("<form action='login'><input name=username><input type='password' name=password></form>", null);
    }
}
