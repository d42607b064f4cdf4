package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Source;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A forum: a list of threads over some pages, each thread a list of posts over some pages.
 *
 * @param every the time from the start of one poll to the start of the next
 * @param zone of the times on its pages that name none
 */
public record ForumSettings(
        String name, Duration every, ZoneId zone, boolean internal, ListPage list, ThreadPage thread, PostItem post)
        implements SourceSettings {

    public ForumSettings {
        Source unused = source(name, list, every);
    }

    @Override
    public Source source() {
        return source(name, list, every);
    }

    private static Source source(String name, ListPage list, Duration every) {
        return new Source(name, "forum", PublicUrl.of(list.url(1)), every);
    }

    /**
     * The list of threads.
     *
     * @param url its address; {@code {page}} stands for the number of the page, from 1
     * @param pages how many pages to read at most, newest first
     * @param item one thread on the page; the fields are looked up inside it
     * @param link the address of the thread
     * @param replies how many replies it has, as the page shows it
     * @param lastReply when it was last answered, as the page shows it
     */
    public record ListPage(
            String url,
            int pages,
            Css item,
            Field link,
            Field title,
            @Nullable Field replies,
            @Nullable Field lastReply) {
        private static final String PAGE = "{page}";

        public ListPage {
            WebAddress.require(url.replace(PAGE, "1"));
            if (pages < 1) {
                throw new IllegalArgumentException("list.pages must be 1 or more, not " + pages);
            }
            if (pages > 1 && !url.contains(PAGE)) {
                throw new IllegalArgumentException(
                        "list.pages is " + pages + ", but list.url has no {page} to put the number in");
            }
        }

        /** The address of one page, from 1. */
        public String url(int page) {
            return url.replace(PAGE, Integer.toString(page));
        }

        /** Without the password in the address. */
        @Override
        public String toString() {
            return "ListPage[" + PublicUrl.of(url) + ", " + item + "]";
        }
    }

    /**
     * A thread's pages.
     *
     * @param next the address of the page after this one; absent where a thread is always one page
     * @param pages how many pages of one thread to read at most in one poll
     */
    public record ThreadPage(@Nullable Field next, int pages) {
        public ThreadPage {
            if (pages < 1) {
                throw new IllegalArgumentException("thread.pages must be 1 or more, not " + pages);
            }
        }
    }

    /**
     * A post on a thread's page.
     *
     * @param item one post; the fields are looked up inside it
     * @param id unique in the forum
     * @param remove what is in the text but was not said by the author: quotes, signatures
     */
    public record PostItem(
            Css item,
            Field id,
            @Nullable Field author,
            Field time,
            Field text,
            @Nullable Css remove) {}
}
