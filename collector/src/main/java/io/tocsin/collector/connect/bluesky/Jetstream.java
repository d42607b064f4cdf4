package io.tocsin.collector.connect.bluesky;

import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.bluesky.JetstreamEvent.Gone;
import io.tocsin.collector.connect.bluesky.JetstreamEvent.Other;
import io.tocsin.collector.connect.bluesky.JetstreamEvent.Said;
import io.tocsin.collector.fetch.FetchRequest;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** One connection to a Jetstream server, version 1, and what has arrived by it and was not yet taken. */
final class Jetstream extends WebSocketListener implements AutoCloseable {
    /** If nobody takes so many events, the connection is given up; a later one begins where they were last taken. */
    static final int MOST_WAITING = 20_000;

    private final BlueskySettings settings;
    private final Interest interest;
    private final Deque<JetstreamEvent> waiting = new ArrayDeque<>();
    private @Nullable WebSocket socket;
    private boolean opened;
    private @Nullable String ended;
    private long heard;
    private long time;

    private Jetstream(BlueskySettings settings, Interest interest) {
        this.settings = settings;
        this.interest = interest;
    }

    /**
     * Connects.
     *
     * @throws SourceException if the server does not open a stream
     */
    static Jetstream open(HttpFetcher fetcher, BlueskySettings settings, Interest interest, Position from)
            throws SourceException {
        HttpUrl.Builder url = HttpUrl.get(settings.stream()).newBuilder();
        JetstreamEvent.COLLECTIONS.forEach(name -> url.addQueryParameter("wantedCollections", name));
        if (!from.isNow()) {
            url.addQueryParameter("cursor", Long.toString(from.begin()));
        }
        Jetstream stream = new Jetstream(settings, interest);
        FetchRequest request =
                FetchRequest.api(url.toString(), settings.polling().internal());
        stream.start(fetcher.open(request, stream));
        return stream;
    }

    private synchronized void start(WebSocket opening) throws SourceException {
        socket = opening;
        try {
            while (!opened && ended == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = "was not opened, because Tocsin is being stopped";
        }
        if (!opened) {
            close();
            throw new SourceException(
                    Problem.Kind.NETWORK,
                    "The stream of " + settings.source().address() + " " + ended + ". It will be tried again.");
        }
    }

    /** Whether nothing more will come. */
    synchronized boolean isSpent() {
        return ended != null && waiting.isEmpty();
    }

    /** Takes the oldest events out. */
    synchronized Drained drain(int most) {
        List<Post> posts = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < most && !waiting.isEmpty(); i++) {
            JetstreamEvent event = waiting.removeFirst();
            last = event.time();
            switch (event) {
                case Said said -> posts.add(said.post());
                case Gone deleted -> gone.addAll(deleted.ids());
                case Other other -> {}
            }
        }
        boolean any = heard > 0;
        heard = 0;
        return new Drained(posts, gone, waiting.isEmpty() ? time : last, any, !waiting.isEmpty());
    }

    @Override
    public synchronized void onOpen(WebSocket webSocket, Response response) {
        opened = true;
        notifyAll();
    }

    @Override
    public synchronized void onMessage(WebSocket webSocket, String text) {
        if (ended != null) {
            return;
        }
        JetstreamEvent event = JetstreamEvent.of(text, interest);
        heard++;
        time = Math.max(time, event.time());
        if (!(event instanceof Other)) {
            waiting.addLast(event);
        }
        if (waiting.size() >= MOST_WAITING) {
            end("was given up, because too much was waiting");
            webSocket.cancel();
        }
    }

    @Override
    public synchronized void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(code, null);
        end("was closed by the server");
    }

    @Override
    public synchronized void onFailure(WebSocket webSocket, Throwable problem, @Nullable Response response) {
        end(response == null ? "broke off, or could not be reached" : "was answered with " + response.code());
    }

    private void end(String how) {
        ended = ended == null ? how : ended;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        end("was closed");
        if (socket != null) {
            socket.cancel();
        }
    }

    /**
     * What has arrived.
     *
     * @param time up to which everything was taken, in microseconds since 1970; 0 if that is not known
     * @param heard whether anything at all came since the last time
     * @param more whether something is left
     */
    record Drained(List<Post> posts, List<String> gone, long time, boolean heard, boolean more) {}
}
