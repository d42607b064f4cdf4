package io.tocsin.analyzer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** One embedded engine for all tests of this JVM, with which it ends. */
final class TestEngine {
    /** Where the build lays the engine out. */
    static final Path HOME = Path.of(System.getProperty("tocsin.engine.home"));

    private static final EmbeddedEngine ENGINE = start();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private TestEngine() {}

    static URI uri() {
        return ENGINE.uri();
    }

    /** Drops every index of posts. */
    static void forgetPosts() {
        String indices =
                ask("GET", "/_cat/indices/tocsin-posts-*?h=index").trim().replace('\n', ',');
        if (!indices.isEmpty()) {
            ask("DELETE", "/" + indices);
        }
    }

    /** What the engine answers to a request, which must succeed. */
    static String ask(String method, String path) {
        return ask(method, path, "");
    }

    /** The same with a body of JSON. */
    static String ask(String method, String path, String json) {
        try {
            var request = HttpRequest.newBuilder(uri().resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json));
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as("%s %s", method, path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedEngine start() {
        try {
            return EmbeddedEngine.start(HOME, Files.createTempDirectory(Path.of("target"), "engine"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
