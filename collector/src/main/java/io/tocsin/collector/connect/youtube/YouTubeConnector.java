package io.tocsin.collector.connect.youtube;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.YouTubeSettings;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the newest comments on channels and videos. */
public final class YouTubeConnector implements Recounter {
    /** As many as the interface looks up at once. */
    private static final int BATCH = 50;

    private final ListingConnector comments;
    private final Api api;

    public YouTubeConnector(YouTubeSettings settings, HttpFetcher fetcher) {
        Pass key = new Pass("X-Goog-Api-Key", settings.key(), "key");
        api = Api.documented(fetcher, settings.url(), settings.polling().internal(), key);
        List<Comments> all = new ArrayList<>();
        settings.channels().forEach(id -> all.add(new Comments(api, "allThreadsRelatedToChannelId", id)));
        settings.videos().forEach(id -> all.add(new Comments(api, "videoId", id)));
        comments = new ListingConnector(all);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return comments.harvest(cursor, now);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    /** The answers leave out those that are no more. Only a thread tells how many replies there are. */
    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        List<Post> found = new ArrayList<>();
        List<String> comments = ids.stream().filter(id -> !Comment.isReply(id)).toList();
        if (!comments.isEmpty()) {
            found.addAll(Json.each(items("commentThreads", comments), thread -> Optional.of(Comment.top(thread))));
        }
        List<String> replies = ids.stream().filter(Comment::isReply).toList();
        if (!replies.isEmpty()) {
            found.addAll(Json.each(items("comments", replies), reply -> Optional.of(Comment.post(reply, null))));
        }
        return Recounter.readings(ids, found);
    }

    private List<Json> items(String path, List<String> ids) throws SourceException {
        return api.json(api.path(path)
                        .addQueryParameter("part", "snippet")
                        .addQueryParameter("textFormat", "plainText")
                        .addQueryParameter(
                                "id", ids.stream().map(Comment::local).collect(Collectors.joining(","))))
                .items("items");
    }
}
