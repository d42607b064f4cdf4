package io.tocsin.collector.connect.discourse;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.DiscourseSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Reads the newest posts of a whole forum: new topics, and replies to topics of any age. */
public final class DiscourseConnector implements Recounter {
    /** One call tells of twenty posts in a row. */
    private static final int BATCH = 10;

    private final Api forum;
    private final ListingConnector posts;

    public DiscourseConnector(DiscourseSettings settings, HttpFetcher fetcher) {
        forum = Api.ofPages(fetcher, settings.url(), settings.polling().internal(), null);
        posts = new ListingConnector(List.of(new LatestPosts(forum)));
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return posts.harvest(cursor, now);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        return Recounter.oneByOne(ids, this::around);
    }

    /** The post and its neighbours in the topic. */
    private List<Post> around(String id) throws SourceException {
        Json topic = forum.json(forum.path("t/" + DiscoursePost.local(id, forum.base()) + ".json"));
        String title = topic.text("title");
        return Json.each(topic.at("post_stream").items("posts"), post -> DiscoursePost.of(post, title, forum.base()));
    }
}
