package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Source;
import java.time.ZoneId;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A forum: a list of threads over some pages, each thread a list of posts over some pages.
 *
 * @param zone of the times on its pages that name none
 * @param list where its threads are listed
 * @param threadPages how many pages of one thread to read at most in one poll
 * @param preset the name of the forum software whose selectors are meant; {@code null} recognises it from the page if
 *     the selectors do not say all that is needed
 * @param cookie of a user who may read it, as the user's browser sends it; {@code null} reads as a guest
 * @param selectors which win over those of the preset
 */
public record ForumSettings(
        Polling polling,
        ZoneId zone,
        ListPages list,
        int threadPages,
        @Nullable String preset,
        @Nullable String cookie,
        Selectors selectors)
        implements SourceSettings {

    public ForumSettings {
        if (threadPages < 1) {
            throw new IllegalArgumentException("thread.pages must be 1 or more, not " + threadPages);
        }
        if (cookie != null && !HttpUrl.get(list.url(1)).username().isEmpty()) {
            throw new IllegalArgumentException(
                    "a 'cookie' and a user name in the address do not go together; keep one");
        }
        boolean preselected = preset != null || !selectors.missing().isEmpty();
        if (list.pages() > 1 && !list.isNumbered() && !preselected && !selectors.says(Spot.LIST_NEXT)) {
            throw new IllegalArgumentException("list.pages is " + list.pages()
                    + ", but list.url has no {page} to put the number in, and there is no list.next");
        }
    }

    /** Whether the selectors leave it to the page what forum software it is. */
    public boolean recognises() {
        return preset == null && !selectors.missing().isEmpty();
    }

    @Override
    public Source source() {
        return polling.source("forum", list.url(1));
    }

    /** Without the cookie. */
    @Override
    public String toString() {
        return "ForumSettings[" + polling.name() + ", " + list + "]";
    }

    /**
     * The list of threads.
     *
     * @param url its address; {@code {page}} stands for the number of the page, from 1
     * @param pages how many pages to read at most, newest first
     */
    public record ListPages(String url, int pages) {
        private static final String PAGE = "{page}";

        public ListPages {
            WebAddress.require(url.replace(PAGE, "1"));
            if (pages < 1) {
                throw new IllegalArgumentException("list.pages must be 1 or more, not " + pages);
            }
        }

        /** Whether the address says which page it is. */
        public boolean isNumbered() {
            return url.contains(PAGE);
        }

        /** The address of one page, from 1. */
        public String url(int page) {
            return url.replace(PAGE, Integer.toString(page));
        }

        /** Without the password in the address. */
        @Override
        public String toString() {
            return "ListPages[" + PublicUrl.of(url) + "]";
        }
    }
}
