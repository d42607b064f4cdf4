package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.WeiboSettings;
import io.tocsin.collector.connect.WeiboSettings.Access;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Searches Weibo. */
public final class WeiboConnector implements Recounter {
    private final ListingConnector searches;
    private final Lookup lookup;

    public WeiboConnector(WeiboSettings settings, HttpFetcher fetcher) {
        boolean internal = settings.polling().internal();
        List<? extends Listing> all;
        switch (settings.access()) {
            case Access.Token access -> {
                Pass pass = new Pass("Authorization", "OAuth2 " + access.token(), "token");
                Api api = Api.documented(fetcher, access.url(), internal, pass);
                all = each(settings, words -> new ApiSearch(api, access.url(), words));
                lookup = new ApiLookup(api);
            }
            case Access.Cookie access -> {
                Pass pass = new Pass("Cookie", access.cookie(), "cookie");
                Api api = Api.ofPages(fetcher, access.url(), internal, pass);
                LongTexts texts = new LongTexts(api);
                all = each(settings, words -> new SiteSearch(api, words, texts));
                lookup = new SiteLookup(api, texts);
            }
        }
        searches = new ListingConnector(all);
    }

    private static List<Listing> each(WeiboSettings settings, Function<String, Listing> search) {
        return settings.search().stream().map(search).toList();
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return searches.harvest(cursor, now);
    }

    @Override
    public int batch() {
        return lookup.batch();
    }

    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        return lookup.read(ids, now);
    }
}
