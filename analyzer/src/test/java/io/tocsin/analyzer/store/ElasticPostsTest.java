package io.tocsin.analyzer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.analyzer.analysis.Copies;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.analysis.PostsUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticPostsTest extends PostsContractTest {
    private static final Instant JANUARY = Instant.parse("2026-01-31T23:59:59Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");

    private final ElasticPosts posts = new ElasticPosts(ElasticSettings.open(TestEngine.uri()));

    @Override
    Posts emptyStore() {
        TestEngine.forgetPosts();
        return posts;
    }

    @AfterEach
    void close() {
        posts.close();
    }

    @Test
    void everyMonthIsAnIndexBehindTheAlias() {
        posts.save(List.of(complaint("t:1", JANUARY), complaint("t:2", FEBRUARY)));

        assertThat(TestEngine.ask("GET", "/_cat/aliases/tocsin-posts?h=index&s=index")
                        .lines())
                .containsExactly("tocsin-posts-2026.01", "tocsin-posts-2026.02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"断了\"", "signal", "\"no SIGNAL\""})
    void textIsFoundInChineseAndInEnglish(String phrase) {
        posts.save(List.of(saying("t:1", "网络又断了 No signal"), saying("t:2", "了断 signals now")));
        posts.count();

        String query = URLEncoder.encode("text:" + phrase, StandardCharsets.UTF_8);
        assertThat(TestEngine.ask("GET", "/tocsin-posts/_search?filter_path=hits.hits._id&q=" + query))
                .isEqualTo("{\"hits\":{\"hits\":[{\"_id\":\"t:1\"}]}}");
    }

    @Test
    void aRefusedPostIsAnErrorThatTellsHowManyAndWhy() {
        posts.save(List.of(complaint("t:1", JANUARY)));
        TestEngine.ask("PUT", "/tocsin-posts-2026.01/_block/write");

        assertThatThrownBy(() -> posts.save(List.of(complaint("t:2", JANUARY), complaint("t:3", FEBRUARY))))
                .isInstanceOf(PostsUnavailableException.class)
                .hasMessageContaining("refused 1 of 2 writes")
                .hasMessageContaining("index write");
        assertThat(posts.find(List.of("t:2", "t:3")))
                .extracting(found -> found.post().id())
                .containsExactly("t:3");
    }

    @Test
    void copiesAreCountedInAnIndexOfAnEarlierVersion() {
        TestEngine.ask("PUT", "/tocsin-posts-2026.01", """
                {"aliases":{"tocsin-posts":{}},
                 "mappings":{"dynamic":false,"properties":{"platform":{"type":"keyword"},"created_at":{"type":"date"}}}}""");
        assertThat(posts.copies(List.of("t:1"))).isEmpty();

        posts.save(List.of(copy("t:2", "t", "t:1", JANUARY)));

        assertThat(posts.copies(List.of("t:1"))).containsEntry("t:1", new Copies(1, List.of("t")));
    }

    @Test
    void theReasonNeverQuotesAPost() {
        TestEngine.ask(
                "PUT", "/tocsin-posts-2026.01", "{\"mappings\":{\"properties\":{\"text\":{\"type\":\"integer\"}}}}");

        assertThatThrownBy(() -> posts.save(List.of(complaint("t:1", JANUARY))))
                .isInstanceOf(PostsUnavailableException.class)
                .hasMessageContaining("refused 1 of 1 writes: 400 document_parsing_exception")
                .hasMessageNotContaining("signal");
    }

    @Test
    void aStoreThatIsDownIsAnErrorThatTellsWhereAndWhatToDo() throws IOException {
        URI nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (var down = new ElasticPosts(ElasticSettings.open(nobody))) {
            assertThatThrownBy(down::count)
                    .isInstanceOf(PostsUnavailableException.class)
                    .hasMessageContaining(nobody.toString())
                    .hasMessageContaining("does not answer")
                    .hasMessageContaining("elasticsearch.url");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void aRefusedPasswordIsNamedButNotShown(String contentType) throws IOException {
        var sent = new AtomicReference<String>();
        byte[] refusal = "{\"error\":{\"type\":\"security_exception\",\"reason\":\"no\"},\"status\":401}"
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            sent.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("Content-Type", contentType);
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.sendResponseHeaders(401, 0);
            exchange.getResponseBody().write(refusal);
            exchange.close();
        });
        server.start();
        var settings = new ElasticSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "ann", "secret");
        try (var refused = new ElasticPosts(settings)) {
            assertThatThrownBy(refused::count)
                    .isInstanceOf(PostsUnavailableException.class)
                    .hasMessageContaining("elasticsearch.password")
                    .hasMessageNotContaining("secret");
            assertThat(sent.get()).isEqualTo("Basic YW5uOnNlY3JldA==");
        } finally {
            server.stop(0);
        }
    }
}
