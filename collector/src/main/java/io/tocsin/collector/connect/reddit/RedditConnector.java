package io.tocsin.collector.connect.reddit;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.RedditSettings;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads new posts, comments and what a search finds: with an app by the interface for programs, else by feeds. */
public final class RedditConnector implements Recounter {
    /** As many as the interface looks up at once. */
    private static final int BATCH = 100;

    private final ListingConnector listings;
    private final @Nullable RedditApi api;

    public RedditConnector(RedditSettings settings, HttpFetcher fetcher) {
        boolean internal = settings.polling().internal();
        if (settings.app() == null) {
            api = null;
            listings = new ListingConnector(feeds(settings, Api.ofPages(fetcher, settings.url(), internal, null)));
        } else {
            Api calls = Api.documented(fetcher, settings.apiUrl(), internal, null);
            Api site = Api.documented(fetcher, settings.url(), internal, null);
            api = new RedditApi(calls, new RedditLogin(site, settings.app()));
            listings = new ListingConnector(calls(settings, api));
        }
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return listings.harvest(cursor, now);
    }

    /** Feeds tell no counts. */
    @Override
    public int batch() {
        return api == null ? 0 : BATCH;
    }

    /** The answer leaves out those that are no more. */
    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        RedditApi asked = Objects.requireNonNull(api);
        String names = ids.stream().map(RedditThing::local).collect(Collectors.joining(","));
        Json data = asked.call(asked.path("api/info").addQueryParameter("id", names), now);
        return Recounter.readings(ids, Json.each(data.items("children"), RedditThing::post));
    }

    private static List<RedditFeed> feeds(RedditSettings settings, Api site) {
        List<RedditFeed> all = new ArrayList<>();
        for (String path : paths(settings)) {
            all.add(new RedditFeed(site, path + "/.rss", null));
        }
        settings.search().forEach(words -> all.add(new RedditFeed(site, "search.rss", words)));
        return all;
    }

    private static List<RedditListing> calls(RedditSettings settings, RedditApi api) {
        List<RedditListing> all = new ArrayList<>();
        for (String path : paths(settings)) {
            all.add(new RedditListing(api, path, null));
        }
        settings.search().forEach(words -> all.add(new RedditListing(api, "search", words)));
        return all;
    }

    /** All subreddits at once. */
    private static List<String> paths(RedditSettings settings) {
        String together = "r/" + String.join("+", settings.subreddits());
        return settings.subreddits().isEmpty() ? List.of() : List.of(together + "/new", together + "/comments");
    }
}
