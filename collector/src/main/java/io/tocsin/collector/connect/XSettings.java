package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * X, by its paid interface.
 *
 * @param url of the interface
 * @param search queries in X's own language; each is searched for
 * @param token of an app
 * @param stream whether the filtered stream is read, and the search only for what it missed
 * @param dailyReads how many posts and authors, which X charges for, may be read from one midnight UTC to the next
 */
public record XSettings(Polling polling, String url, List<String> search, String token, boolean stream, int dailyReads)
        implements SourceSettings {
    public static final String URL = "https://api.x.com/2/";
    /** What the smallest search may cost: ten posts and their authors. */
    public static final int LEAST_READS = 20;
    /**
     * What may be on its way when a stream is hung up, and count at X: 250 posts and their authors. X sends no more posts a
     * second (docs.x.com/x-api/fundamentals/rate-limits), and hanging up takes a fraction of one.
     */
    public static final int READS_ON_THE_WAY = 500;

    private static final int LEAST_READS_OF_STREAM = 2 * READS_ON_THE_WAY;

    public XSettings {
        WebAddress.require(url);
        search = List.copyOf(search);
        if (search.isEmpty()) {
            throw new IllegalArgumentException("it has no 'search', so there is nothing to read");
        }
        if (dailyReads < LEAST_READS) {
            throw new IllegalArgumentException("the smallest search may cost " + LEAST_READS + " reads");
        }
        if (stream && dailyReads < LEAST_READS_OF_STREAM) {
            throw new IllegalArgumentException("the stream needs 'daily_reads' of " + LEAST_READS_OF_STREAM
                    + " or more, for up to " + READS_ON_THE_WAY
                    + " may be on their way when it is hung up; raise it, or leave out 'stream'");
        }
    }

    @Override
    public Source source() {
        return polling.source("x", url);
    }

    @Override
    public boolean isPaid() {
        return true;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "XSettings[" + polling.name() + ", " + source().address() + "]";
    }
}
