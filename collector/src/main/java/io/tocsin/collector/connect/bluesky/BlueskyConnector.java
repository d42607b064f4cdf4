package io.tocsin.collector.connect.bluesky;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.Reminded;
import io.tocsin.collector.connect.bluesky.Jetstream.Drained;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a Jetstream server between polls; a poll takes what has arrived. The stream goes on from where the last
 * stored poll ended: a poll whose posts could not be stored comes back with its old cursor, and the stream with it.
 */
public final class BlueskyConnector implements Recounter, Reminded {
    private static final int STEP = 500;
    /** As many as an AppView looks up at once. */
    private static final int BATCH = 25;
    /** Somebody on the network says something every second. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private static final CursorFormat<Position> CURSORS = new CursorFormat<>(Position.class, Position.NOW);

    private final BlueskySettings settings;
    private final HttpFetcher fetcher;
    private final Api api;
    private final Profiles profiles;
    private final Interest interest;
    private @Nullable Jetstream stream;
    private Position expected = Position.NOW;
    private Instant lastHeard = Instant.MIN;

    public BlueskyConnector(BlueskySettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.api = Api.documented(fetcher, settings.api(), settings.polling().internal(), null);
        this.profiles = new Profiles(api);
        this.interest = new Interest(settings.search());
    }

    @Override
    public synchronized Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        Position from = CURSORS.read(cursor).ofThisVersion();
        Jetstream open = stream(from, now);
        Drained drained = open.drain(STEP);
        if (drained.heard()) {
            lastHeard = now;
        } else if (now.isAfter(lastHeard.plus(LONGEST_SILENCE))) {
            hangUp();
            throw new SourceException(
                    Problem.Kind.NETWORK,
                    "The stream of " + settings.source().address() + " is open, but nothing has come by it for "
                            + LONGEST_SILENCE.toSeconds() + " s. It is opened anew, and goes on where it stopped.");
        }
        expected = from.to(drained.time());
        return new Harvest(
                profiles.addTo(drained.posts(), now), drained.gone(), CURSORS.write(expected), drained.more(), null);
    }

    @Override
    public int capacity() {
        return Interest.MOST_POSTS;
    }

    @Override
    public void remind(List<String> ids) {
        ids.reversed().forEach(interest::remember);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    /** The answer leaves out those that are no more. */
    @Override
    public synchronized List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        HttpUrl.Builder url = api.path("xrpc/app.bsky.feed.getPosts");
        ids.forEach(id -> url.addQueryParameter("uris", BlueskyPost.address(id)));
        List<Post> found = Json.each(api.json(url).items("posts"), BlueskyPost::view);
        return Recounter.readings(ids, profiles.addTo(found, now));
    }

    private Jetstream stream(Position from, Instant now) throws SourceException {
        Jetstream open = stream;
        if (open != null && from.equals(expected) && !open.isSpent()) {
            return open;
        }
        hangUp();
        open = Jetstream.open(fetcher, settings, interest, from);
        stream = open;
        lastHeard = now;
        return open;
    }

    @Override
    public synchronized void close() {
        hangUp();
    }

    private void hangUp() {
        if (stream != null) {
            stream.close();
        }
        stream = null;
    }
}
