package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.source.SourceException;
import twitter4j.TwitterException;
import twitter4j.TwitterFactory;
import twitter4j.TwitterV2;
import twitter4j.TwitterV2ExKt;
import twitter4j.V2ConfigurationKt;
import twitter4j.conf.Configuration;
import twitter4j.conf.ConfigurationBuilder;

/**
 * What twitter4j asks of X. The library makes the calls, over the connections that all sources use. Its own objects know no
 * impressions and no long posts, and it gives up a page for one post that it cannot read, so the answers are handed on as
 * they came.
 */
final class Twitter4j {
    static {
        System.setProperty("twitter4j.http.httpClient", FetcherHttpClient.class.getName());
        // It would write what it reads.
        System.setProperty("twitter4j.loggerFactory", "twitter4j.NullLoggerFactory");
    }

    private final Api api;
    private final Configuration configuration;

    Twitter4j(Api api) {
        this.api = api;
        String base = api.base().toString();
        // Equal configurations share what is set for version 2, so the address is part of both.
        configuration = new ConfigurationBuilder().setRestBaseURL(base).build();
        V2ConfigurationKt.getV2Configuration(configuration).setBaseURL(base);
    }

    /** One call of the library. */
    @FunctionalInterface
    interface Call {
        Object by(TwitterV2 x) throws TwitterException;
    }

    /**
     * The answer to a call.
     *
     * @throws SourceException if there is none to be had now, or it is no JSON
     */
    Json answer(Call call) throws SourceException {
        Exchange exchange = new Exchange(api);
        try {
            call.by(TwitterV2ExKt.getV2(new TwitterFactory(configuration).getInstance(exchange)));
        } catch (TwitterException | RuntimeException e) {
            if (e.getCause() instanceof SourceException reason) {
                throw reason;
            }
            // An answer that the library cannot read is still an answer.
            return exchange.answer().orElseThrow(() -> new IllegalStateException("twitter4j has asked nothing", e));
        }
        return exchange.answer().orElseThrow();
    }
}
