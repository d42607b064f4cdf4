package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.WeiboSettings;
import io.tocsin.collector.connect.WeiboSettings.Access;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.function.Function;

/** Searches Weibo. */
public final class WeiboConnector implements Connector {
    private final ListingConnector searches;

    public WeiboConnector(WeiboSettings settings, HttpFetcher fetcher) {
        Function<String, Listing> search = search(settings, fetcher);
        searches = new ListingConnector(settings.search().stream().map(search).toList());
    }

    private static Function<String, Listing> search(WeiboSettings settings, HttpFetcher fetcher) {
        boolean internal = settings.polling().internal();
        return switch (settings.access()) {
            case Access.Token access -> {
                Pass pass = new Pass("Authorization", "OAuth2 " + access.token(), "token");
                Api api = Api.documented(fetcher, access.url(), internal, pass);
                yield words -> new ApiSearch(api, access.url(), words);
            }
            case Access.Cookie access -> {
                Pass pass = new Pass("Cookie", access.cookie(), "cookie");
                Api api = Api.ofPages(fetcher, access.url(), internal, pass);
                LongTexts texts = new LongTexts(api);
                yield words -> new SiteSearch(api, words, texts);
            }
        };
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return searches.harvest(cursor, now);
    }
}
