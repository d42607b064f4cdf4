package io.tocsin.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** An RSS feed on loopback that shows everything that was written to it. */
final class LocalFeed implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final List<String> items = new CopyOnWriteArrayList<>();
    private final AtomicInteger readings = new AtomicInteger();

    LocalFeed() {
        server.setDispatcher(new Reader());
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort() + "/feed.xml";
    }

    /** How often it was read. */
    int readings() {
        return readings.get();
    }

    /** How many items it shows. */
    int size() {
        return items.size();
    }

    void write(String author, String text) {
        int number = items.size() + 1;
        items.add("""
                <item><guid isPermaLink="false">item-%d</guid><link>%s?item=%d</link><title>No %d</title>
                <dc:creator>%s</dc:creator><pubDate>%s</pubDate><description>%s</description></item>
                """.formatted(
                number,
                url(),
                number,
                number,
                author,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)),
                text));
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Reader extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            if (!request.getTarget().startsWith("/feed.xml")) {
                return new MockResponse.Builder().code(404).build();
            }
            readings.incrementAndGet();
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "application/rss+xml; charset=utf-8")
                    .body("""
                            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
                            <title>Feed</title><link>%s</link><description>Of a test</description>%s</channel></rss>
                            """.formatted(url(), String.join("", items)))
                    .build();
        }
    }
}
