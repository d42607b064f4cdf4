package io.tocsin.collector.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

/** A real web server with pages that tests put there; anything else is not found. */
public final class TestSite implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> pages = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Function<RecordedRequest, Optional<MockResponse.Builder>> program = request -> Optional.empty();
    private volatile UnaryOperator<MockResponse> weather = response -> response;

    public TestSite() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                MockResponse known = pages.get(request.getTarget());
                MockResponse page = known == null ? answer(request) : known;
                String etag = page.getHeaders().get("ETag");
                boolean unchanged =
                        etag != null && etag.equals(request.getHeaders().get("If-None-Match"));
                return weather.apply(unchanged ? status(304).build() : page);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String path) {
        return server.url(path).toString();
    }

    public void put(String path, MockResponse.Builder page) {
        pages.put(path, page.build());
    }

    /** What answers where there is no page. */
    public void program(Function<RecordedRequest, Optional<MockResponse.Builder>> answers) {
        program = answers;
    }

    private MockResponse answer(RecordedRequest request) {
        return program.apply(request).orElse(status(404)).build();
    }

    /** What happens to every answer on its way. */
    public void weather(UnaryOperator<MockResponse> change) {
        weather = change;
    }

    /** What was asked for under this path. */
    public List<RecordedRequest> requests(String path) {
        return requests.stream()
                .filter(request -> request.getTarget().equals(path))
                .toList();
    }

    /** All that was asked for, in order. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The same, by what was asked for. */
    public List<String> visits() {
        return requests.stream().map(RecordedRequest::getTarget).toList();
    }

    @Override
    public void close() {
        server.close();
    }

    public static MockResponse.Builder status(int code) {
        return new MockResponse.Builder().code(code);
    }

    public static MockResponse.Builder page(String body) {
        return status(200).body(body);
    }

    public static MockResponse.Builder page(byte[] body, String contentType) {
        return status(200).body(new Buffer().write(body)).addHeader("Content-Type", contentType);
    }

    public static MockResponse.Builder redirect(String location) {
        return status(302).addHeader("Location", location);
    }

    /** A page whose decompression ends too early. */
    public static MockResponse.Builder truncatedGzip(String body) {
        byte[] whole = gzip(body.getBytes(StandardCharsets.UTF_8)).readByteArray();
        return status(200).addHeader("Content-Encoding", "gzip").body(new Buffer().write(whole, 0, whole.length / 2));
    }

    public static MockResponse.Builder gzipped(byte[] body) {
        return status(200).addHeader("Content-Encoding", "gzip").body(gzip(body));
    }

    /** A body that ends only when nobody reads on. */
    public static MockResponseBody endless() {
        return new MockResponseBody() {
            @Override
            public long getContentLength() {
                return -1;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                while (true) {
                    sink.write(new byte[10_000]).flush();
                }
            }
        };
    }

    private static Buffer gzip(byte[] body) {
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            sink.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped;
    }
}
