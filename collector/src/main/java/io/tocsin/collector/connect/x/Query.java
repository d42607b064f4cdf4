package io.tocsin.collector.connect.x;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a query was read: all posts up to {@code since}, and of those after it, all down to {@code until}.
 *
 * @param since the id of the newest post of the last walk that was finished; {@code null} before the first
 * @param newest the id of the newest post of the walk that is under way
 * @param until the id of the oldest post of that walk; {@code null} if none is under way
 */
record Query(
        @Nullable String since,
        @Nullable String newest,
        @Nullable String until) {
    static final Query FIRST = new Query(null, null, null);
    /** The search goes back seven days, and refuses to begin earlier. */
    private static final Duration REACH = Duration.ofDays(7).minusHours(1);
    /** Ids hold the time since then, in milliseconds, above so many bits. */
    private static final long EPOCH = 1_288_834_974_657L;

    private static final int TIME_ABOVE = 22;
    /** The stream does not keep the order of the posts exactly. */
    private static final Duration LATE = Duration.ofSeconds(30);

    boolean isFirst() {
        return since == null;
    }

    /** Since when to search; {@code null} as far back as the search goes. */
    @Nullable
    String sinceWithinReach(Instant now) {
        return since == null || written(since).isBefore(now.minus(REACH)) ? null : since;
    }

    /** After one more page of a walk. */
    Query after(SearchPage page) {
        String top = newest == null ? page.newest() : newest;
        boolean over = isFirst() || !page.more() || page.oldest() == null;
        return over ? new Query(top == null ? since : top, null, null) : new Query(since, top, page.oldest());
    }

    /** A walk below which there is nothing is over. */
    Query finished() {
        return newest == null ? this : new Query(newest, null, null);
    }

    /** After a stream brought a post with this id; earlier ones may come a little later. */
    Query upTo(String id) {
        BigInteger safe =
                new BigInteger(id).subtract(BigInteger.valueOf(LATE.toMillis()).shiftLeft(TIME_ABOVE));
        boolean further = since == null || safe.compareTo(new BigInteger(since)) > 0;
        return new Query(further ? safe.toString() : since, null, null);
    }

    private static Instant written(String id) {
        return Instant.ofEpochMilli(new BigInteger(id).shiftRight(TIME_ABOVE).longValue() + EPOCH);
    }
}
