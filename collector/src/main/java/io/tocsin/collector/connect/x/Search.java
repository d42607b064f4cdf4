package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.fetch.EndlessAnswer;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the interface.
 *
 * @param x makes all but the stream, which it does not know
 */
record Search(Api api, Twitter4j x) {
    /** The fewest and the most posts that a search can be asked for. */
    static final int FEWEST = 10;

    static final int MOST = 100;

    private static final String FIELDS =
            "author_id,conversation_id,created_at,lang,note_tweet,public_metrics,referenced_tweets";

    private static final String AUTHORS = "author_id";
    private static final String AUTHOR_FIELDS = "location,name,public_metrics,username,verified";
    /** The library names expansions in each look-up; an empty list of them is not sent. */
    private static final String NO_AUTHORS = "";

    static Search of(Api api) {
        return new Search(api, new Twitter4j(api));
    }

    /** How many posts there are to read, which costs nothing of the budget. */
    long count(String words, Query query, Instant now) throws SourceException {
        Json meta = x.answer(library -> library.countRecent(
                        words, null, "day", number(query.sinceWithinReach(now)), null, number(query.until())))
                .at("meta");
        Long count = meta.count("total_tweet_count");
        if (count == null) {
            throw meta.unreadable("field meta.total_tweet_count is missing");
        }
        return count;
    }

    /** So many posts, and their authors, at most. */
    SearchPage page(String words, Query query, int posts, Instant now) throws SourceException {
        return SearchPage.of(x.answer(library -> library.searchRecent(
                words,
                null,
                AUTHORS,
                posts,
                null,
                null,
                null,
                null,
                number(query.sinceWithinReach(now)),
                null,
                FIELDS,
                number(query.until()),
                AUTHOR_FIELDS)));
    }

    /** The posts that match the rules, as they are written. */
    EndlessAnswer stream(Duration silence) throws SourceException {
        return api.endless(
                api.path("tweets/search/stream")
                        .addQueryParameter("tweet.fields", FIELDS)
                        .addQueryParameter("expansions", AUTHORS)
                        .addQueryParameter("user.fields", AUTHOR_FIELDS),
                silence);
    }

    /** The posts with these ids, without what is known of their authors, who would cost as much again. */
    SearchPage posts(List<String> ids) throws SourceException {
        long[] local = ids.stream().map(Tweet::local).mapToLong(Long::parseLong).toArray();
        return SearchPage.ofIds(
                x.answer(library -> library.getTweets(local, null, null, null, FIELDS, null, NO_AUTHORS)));
    }

    private static @Nullable Long number(@Nullable String id) {
        return id == null ? null : Long.valueOf(id);
    }
}
