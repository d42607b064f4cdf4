package io.tocsin.collector.connect.bluesky;

import io.tocsin.collector.fetch.TestSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A Jetstream server and an AppView, with a memory of all events. */
final class InventedNetwork {
    static final long BEGIN = 1_772_366_400_000_000L;

    final List<String> cursors = new ArrayList<>();
    final AtomicInteger profileCalls = new AtomicInteger();
    private final List<String> events = new ArrayList<>();
    private final List<WebSocket> listeners = new ArrayList<>();
    /** What is answered instead of opening a stream; 0 opens it. */
    volatile int refusal;

    synchronized Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        return switch (url.encodedPath()) {
            case "/subscribe" ->
                Optional.of(
                        refusal > 0
                                ? TestSite.status(refusal)
                                : new MockResponse.Builder().webSocketUpgrade(new Subscription(url)));
            case "/xrpc/app.bsky.actor.getProfiles" -> {
                profileCalls.incrementAndGet();
                yield Optional.of(TestSite.page(url.queryParameterValues("actors").stream()
                        .map(
                                "{\"did\":\"%1$s\",\"handle\":\"ann.test\",\"displayName\":\"Ann\",\"followersCount\":1203}"
                                        ::formatted)
                        .collect(Collectors.joining(",", "{\"profiles\":[", "]}"))));
            }
            default -> Optional.empty();
        };
    }

    synchronized void post(int number, String text) {
        post(number, text, "");
    }

    synchronized void post(int number, String text, String more) {
        commit(
                number,
                "\"operation\":\"create\",\"record\":{\"text\":\"%s\",\"createdAt\":\"%s\"%s}"
                        .formatted(text, "2026-03-01T12:00:00.457Z", more));
    }

    synchronized void repost(int number, String subject) {
        event("""
                "kind":"commit","commit":{"collection":"app.bsky.feed.repost","rkey":"k%d","operation":"create",
                "record":{"subject":{"uri":"%s"},"createdAt":"2026-03-01T12:00:00Z"}}""".formatted(number, subject));
    }

    synchronized void delete(int number) {
        commit(number, "\"operation\":\"delete\"");
    }

    synchronized void commit(int number, String rest) {
        event("\"kind\":\"commit\",\"commit\":{\"collection\":\"app.bsky.feed.post\",\"rkey\":\"k%d\",%s}"
                .formatted(number, rest));
    }

    /** One second after the one before. */
    synchronized void event(String rest) {
        String event =
                "{\"did\":\"did:plc:ann\",\"time_us\":%d,%s}".formatted(BEGIN + events.size() * 1_000_000L, rest);
        events.add(event);
        listeners.forEach(listener -> listener.send(event));
    }

    /** What is no event. */
    synchronized void garble(String frame) {
        listeners.forEach(listener -> listener.send(frame));
    }

    /** Nothing more goes to those who listen, and nobody hangs up. */
    synchronized void fallSilent() {
        listeners.clear();
    }

    synchronized boolean isHeard() {
        return !listeners.isEmpty();
    }

    synchronized void sayGoodbye() {
        listeners.forEach(listener -> listener.close(1001, "restart"));
        listeners.clear();
    }

    private final class Subscription extends WebSocketListener {
        private final HttpUrl url;

        Subscription(HttpUrl url) {
            this.url = url;
        }

        @Override
        public void onOpen(WebSocket socket, Response response) {
            synchronized (InventedNetwork.this) {
                String cursor = url.queryParameter("cursor");
                cursors.add(Objects.requireNonNullElse(cursor, ""));
                for (int i = 0; cursor != null && i < events.size(); i++) {
                    if (BEGIN + i * 1_000_000L >= Long.parseLong(cursor)) {
                        socket.send(events.get(i));
                    }
                }
                listeners.add(socket);
            }
        }
    }
}
