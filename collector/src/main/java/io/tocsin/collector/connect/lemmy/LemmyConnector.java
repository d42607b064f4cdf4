package io.tocsin.collector.connect.lemmy;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.LemmySettings;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.lemmy.LemmyListing.What;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads new posts and comments of communities, and what a search finds. */
public final class LemmyConnector implements Recounter {
    private final ListingConnector listings;
    private final Api api;

    public LemmyConnector(LemmySettings settings, HttpFetcher fetcher) {
        api = Api.documented(fetcher, settings.url(), settings.polling().internal(), null);
        List<LemmyListing> all = new ArrayList<>();
        for (What what : What.values()) {
            for (String community : settings.communities()) {
                Map<String, String> of = Map.of("community_name", community);
                all.add(new LemmyListing(api, what, "api/v3/" + what.one() + "/list", of));
            }
            for (String words : settings.search()) {
                Map<String, String> of = Map.of("q", words, "type_", what.type());
                all.add(new LemmyListing(api, what, "api/v3/search", of));
            }
        }
        listings = new ListingConnector(all);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return listings.harvest(cursor, now);
    }

    /** Posts and comments are told one by one. */
    @Override
    public int batch() {
        return 1;
    }

    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        return Recounter.oneByOne(ids, this::again);
    }

    /** What was purged is a bad request to Lemmy, for it never heard of it. */
    private List<Post> again(String id) throws SourceException {
        String kind = LemmyView.kind(id);
        Json answer = api.told(api.path("api/v3/" + kind).addQueryParameter("id", LemmyView.local(id)));
        if (answer.find("error").isPresent()) {
            return afterError(answer, kind);
        }
        Json view = answer.at(kind + "_view");
        String host = api.base().host();
        return (kind.equals("post") ? LemmyView.post(view, host) : LemmyView.comment(view, host))
                .stream().toList();
    }

    private static List<Post> afterError(Json answer, String kind) throws SourceException {
        String error = answer.text("error");
        if (error.equals("not_found") || error.equals("couldnt_find_" + kind)) {
            return List.of();
        }
        throw answer.unreadable("it does not like the request for a " + kind);
    }
}
