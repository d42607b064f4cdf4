package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.fetch.EndlessAnswer;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** The calls of the interface. */
record Search(Api api) {
    /** The fewest and the most posts that a search can be asked for. */
    static final int FEWEST = 10;

    static final int MOST = 100;

    private static final String FIELDS =
            "author_id,conversation_id,created_at,lang,note_tweet,public_metrics,referenced_tweets";

    /** How many posts there are to read, which costs nothing of the budget. */
    long count(String words, Query query, Instant now) throws SourceException {
        HttpUrl.Builder url = within(api.path("tweets/counts/recent"), words, query, now);
        Json meta = api.json(url.addQueryParameter("granularity", "day")).at("meta");
        Long count = meta.count("total_tweet_count");
        if (count == null) {
            throw meta.unreadable("field meta.total_tweet_count is missing");
        }
        return count;
    }

    /** So many posts, and their authors, at most. */
    SearchPage page(String words, Query query, int posts, Instant now) throws SourceException {
        HttpUrl.Builder url = within(api.path("tweets/search/recent"), words, query, now)
                .addQueryParameter("max_results", Integer.toString(posts));
        return SearchPage.of(api.json(withAuthors(url)));
    }

    /** The posts that match the rules, as they are written. */
    EndlessAnswer stream(Duration silence) throws SourceException {
        return api.endless(withAuthors(api.path("tweets/search/stream")), silence);
    }

    /** The posts with these ids, without what is known of their authors, who would cost as much again. */
    SearchPage posts(List<String> ids) throws SourceException {
        String local = ids.stream().map(Tweet::local).collect(Collectors.joining(","));
        return SearchPage.ofIds(
                api.json(api.path("tweets").addQueryParameter("ids", local).addQueryParameter("tweet.fields", FIELDS)));
    }

    private static HttpUrl.Builder withAuthors(HttpUrl.Builder url) {
        return url.addQueryParameter("tweet.fields", FIELDS)
                .addQueryParameter("expansions", "author_id")
                .addQueryParameter("user.fields", "location,name,public_metrics,username,verified");
    }

    private static HttpUrl.Builder within(HttpUrl.Builder url, String words, Query query, Instant now) {
        url.addQueryParameter("query", words);
        String since = query.sinceWithinReach(now);
        if (since != null) {
            url.addQueryParameter("since_id", since);
        }
        if (query.until() != null) {
            url.addQueryParameter("until_id", query.until());
        }
        return url;
    }
}
