package io.tocsin.collector.connect.thread;

import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Threads, the last answered first, over some pages; each thread is a list of posts over some pages, oldest first. */
public interface Board {

    Extent extent();

    /** One page of the list, from 1; empty after the last. */
    List<Listed> threads(int page, Instant now) throws SourceException;

    /** One page of a thread. */
    Leaf read(String address, Instant now) throws SourceException;

    /**
     * What a board is called, and how far it is read.
     *
     * @param platform what ids begin with
     * @param listPages how many pages of the list to read at most
     * @param threadPages how many pages of one thread to read at most in one poll
     */
    record Extent(String platform, int listPages, int threadPages) {}

    /**
     * A thread on the list.
     *
     * @param address of its first page
     * @param mark what the list says of its replies: the same mark means no news; empty means that it says nothing
     */
    record Listed(String address, String title, String mark) {}

    /**
     * A page of a thread.
     *
     * @param next the address of the page after it; {@code null} if it is the last
     */
    record Leaf(List<Said> posts, @Nullable String next) {
        public Leaf {
            posts = List.copyOf(posts);
        }
    }

    /**
     * A post as a page has it.
     *
     * @param id unique on the platform
     * @param url where a person can read it
     * @param answers the id of the post answered; {@code null} for the first of the thread, as far as anybody knows
     */
    record Said(
            String id,
            @Nullable Author author,
            Dated written,
            String text,
            String url,
            @Nullable String answers,
            Engagement engagement) {

        /**
         * The post in its thread.
         *
         * @param first the id of the thread's first post on the platform
         * @param title of the thread, which its first post begins with
         */
        public Post in(String platform, String first, String title) {
            boolean opens = id.equals(first);
            String whole = opens ? (title + "\n" + text).strip() : text;
            return Post.builder(platform + ":" + id, platform, whole, written.at())
                    .precision(written.precision())
                    .url(url)
                    .author(author)
                    .inReplyTo(opens ? null : platform + ":" + Objects.requireNonNullElse(answers, first))
                    .root(opens ? null : platform + ":" + first)
                    .engagement(engagement)
                    .build();
        }

        /** Tells an edited post from an unchanged one; the time is left out, because a relative one changes. */
        int hash() {
            String name = author == null || author.handle() == null ? "" : author.handle();
            return (name + "\n" + text).hashCode();
        }
    }
}
