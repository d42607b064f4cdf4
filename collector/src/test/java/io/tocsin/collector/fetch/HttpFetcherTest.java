package io.tocsin.collector.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFetcherTest {
    private static final int LIMIT = 100_000;
    private static final FetchSettings SETTINGS =
            new FetchSettings("https://example.org/bot", Duration.ofSeconds(2), Duration.ofSeconds(10), LIMIT);
    private static final MockResponse MISSING = response(404, "");

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> pages = new HashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private HttpFetcher fetcher = new HttpFetcher(SETTINGS, clock, clock, AddressGuard.PUBLIC_ONLY);

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return pages.getOrDefault(request.getTarget(), MISSING);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void saysWhoAsksAndGivesThePage() throws Exception {
        pages.put(
                "/a",
                response(200, "hello")
                        .newBuilder()
                        .addHeader("Content-Type", "text/plain")
                        .build());

        Page.Fetched page = fetched("/a");

        assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(page.contentType()).isEqualTo("text/plain");
        assertThat(page.url()).isEqualTo(url("/a"));
        assertThat(requests)
                .extracting(request -> request.getHeaders().get("User-Agent"))
                .hasSize(2)
                .allMatch(agent -> agent != null && agent.matches("Tocsin/\\S+ \\(\\+https://example.org/bot\\)"));
    }

    @Test
    void asksOnlyForWhatHasChanged() throws Exception {
        pages.put(
                "/a",
                response(200, "hello")
                        .newBuilder()
                        .addHeader("ETag", "\"v1\"")
                        .addHeader("Last-Modified", "Sun, 01 Mar 2026 11:00:00 GMT")
                        .build());
        Page.Fetched page = fetched("/a");
        pages.put("/a", response(304, ""));

        Page again = fetcher.fetch(new FetchRequest(url("/a"), true, page.validators()));

        assertThat(again).isEqualTo(new Page.Unchanged());
        assertThat(requests.getLast().getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
        assertThat(requests.getLast().getHeaders().get("If-Modified-Since")).isEqualTo("Sun, 01 Mar 2026 11:00:00 GMT");
    }

    private Page.Fetched fetched(String path) throws SourceException {
        return (Page.Fetched) fetcher.fetch(FetchRequest.of(url(path), true));
    }

    private String url(String path) {
        return server.url(path).toString();
    }

    private static MockResponse response(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }
}
