package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.listing.ListingConnector;
import io.tocsin.collector.connect.mastodon.StatusEvent.Gone;
import io.tocsin.collector.connect.mastodon.StatusEvent.Said;
import io.tocsin.collector.connect.stream.Streaming;
import io.tocsin.collector.connect.stream.Streaming.Step;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads the time line of hashtags; with a token it searches, and listens to the server's stream. */
public final class MastodonConnector implements Recounter {
    /** As many as servers look up at once. */
    private static final int BATCH = 20;

    private static final CursorFormat<Place> PLACES = new CursorFormat<>(Place.class, Place.START);

    private final ListingConnector timelines;
    private final Api api;
    private final @Nullable Streaming<Place, StatusEvent> streaming;

    public MastodonConnector(MastodonSettings settings, HttpFetcher fetcher) {
        this(settings, fetcher, StatusStream.LONGEST_SILENCE);
    }

    MastodonConnector(MastodonSettings settings, HttpFetcher fetcher, Duration silence) {
        Pass pass = settings.token() == null ? null : Pass.bearer(settings.token(), "token");
        api = Api.documented(fetcher, settings.url(), settings.polling().internal(), pass);
        List<Timeline> all = new ArrayList<>();
        if (!settings.tags().isEmpty()) {
            all.add(Timeline.ofTags(api, settings.tags()));
        }
        settings.search().forEach(words -> all.add(Timeline.ofSearch(api, words)));
        timelines = new ListingConnector(all);
        streaming = settings.stream()
                ? new Streaming<>(new Catchup(all), () -> StatusStream.open(api, settings, silence))
                : null;
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        return streaming == null ? timelines.harvest(cursor, now) : live(streaming, PLACES.read(cursor), now);
    }

    private static Harvest live(Streaming<Place, StatusEvent> streaming, Place place, Instant now)
            throws SourceException {
        Step<Place, StatusEvent> step = streaming.step(place, now);
        List<Post> posts = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (StatusEvent event : step.found()) {
            switch (event) {
                case Said said -> posts.add(said.post());
                case Gone deleted -> gone.add(deleted.id());
            }
        }
        Problem trouble = step.more() ? null : streaming.trouble().orElse(null);
        return new Harvest(posts, gone, PLACES.write(step.after()), step.more(), trouble);
    }

    @Override
    public void close() {
        if (streaming != null) {
            streaming.hangUp();
        }
    }

    @Override
    public int batch() {
        return BATCH;
    }

    /** The answer leaves out those that are no more. */
    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        String host = api.base().host();
        HttpUrl.Builder url = api.path("api/v1/statuses");
        ids.forEach(id -> url.addQueryParameter("id[]", Status.local(id)));
        List<Post> found = Json.each(api.json(url).items(), status -> Status.post(status, host));
        return Recounter.readings(ids, found);
    }
}
