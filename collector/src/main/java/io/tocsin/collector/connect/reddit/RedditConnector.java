package io.tocsin.collector.connect.reddit;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.RedditSettings;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads new posts, comments and what a search finds: with an app by the interface for programs, else by feeds. */
public final class RedditConnector implements Connector {
    private final ListingConnector listings;

    public RedditConnector(RedditSettings settings, HttpFetcher fetcher) {
        boolean internal = settings.polling().internal();
        Api site = Api.ofPages(fetcher, settings.url(), internal, null);
        RedditSettings.App app = settings.app();
        listings = new ListingConnector(
                app == null
                        ? feeds(settings, site)
                        : calls(
                                settings,
                                Api.documented(fetcher, settings.apiUrl(), internal, null),
                                new RedditLogin(site, app)));
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return listings.harvest(cursor, now);
    }

    private static List<RedditFeed> feeds(RedditSettings settings, Api site) {
        List<RedditFeed> all = new ArrayList<>();
        for (String path : paths(settings)) {
            all.add(new RedditFeed(site, path + "/.rss", null));
        }
        settings.search().forEach(words -> all.add(new RedditFeed(site, "search.rss", words)));
        return all;
    }

    private static List<RedditListing> calls(RedditSettings settings, Api api, RedditLogin login) {
        List<RedditListing> all = new ArrayList<>();
        for (String path : paths(settings)) {
            all.add(new RedditListing(api, login, path, null));
        }
        settings.search().forEach(words -> all.add(new RedditListing(api, login, "search", words)));
        return all;
    }

    /** All subreddits at once. */
    private static List<String> paths(RedditSettings settings) {
        String together = "r/" + String.join("+", settings.subreddits());
        return settings.subreddits().isEmpty() ? List.of() : List.of(together + "/new", together + "/comments");
    }
}
