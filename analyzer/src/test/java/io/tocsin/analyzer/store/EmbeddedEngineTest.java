package io.tocsin.analyzer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEngineTest {

    @TempDir
    Path folder;

    @Test
    void answersOnLoopbackAndEndsWhenClosed() throws Exception {
        Path data = folder.resolve("not yet there");
        ProcessHandle process;
        URI uri;
        try (var engine = EmbeddedEngine.start(TestEngine.HOME, data)) {
            process = ProcessHandle.of(engine.pid()).orElseThrow();
            uri = engine.uri();
            assertThat(uri.getHost()).isEqualTo("127.0.0.1");
            assertThat(status(uri)).isEqualTo(200);
        }
        assertThat(process.isAlive()).isFalse();
        assertThatThrownBy(() -> status(uri)).isInstanceOf(IOException.class);
        assertThat(data.resolve("logs/engine.log")).content().contains("closed");
    }

    @Test
    void aSecondEngineOnTheFolderIsRefusedByName() {
        Path data = folder.resolve("data");
        try (var first = EmbeddedEngine.start(TestEngine.HOME, data)) {
            assertThatThrownBy(() -> EmbeddedEngine.start(TestEngine.HOME, data))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("in use by another Tocsin")
                    .hasMessageContaining(Long.toString(first.pid()));
        }
    }

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineParent.class.getName(),
                        TestEngine.HOME.toString(),
                        folder.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle engine = ProcessHandle.of(pid).orElseThrow();
        assertThat(engine.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        engine.onExit().join();
        assertThat(engine.isAlive()).isFalse();
    }

    @Test
    void whatWasSavedIsThereAfterItWasKilled() {
        Path data = folder.resolve("data");
        var saved = PostsContractTest.complaint("t:1", Instant.parse("2026-01-31T12:00:00Z"));
        try (var killed = EmbeddedEngine.start(TestEngine.HOME, data);
                var posts = new ElasticPosts(ElasticSettings.open(killed.uri()))) {
            posts.save(List.of(saved));
            ProcessHandle process = ProcessHandle.of(killed.pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        }
        try (var next = EmbeddedEngine.start(TestEngine.HOME, data);
                var posts = new ElasticPosts(ElasticSettings.open(next.uri()))) {
            assertThat(posts.find(List.of("t:1"))).containsExactly(saved);
        }
    }

    /** Ctrl-C reaches the whole group of processes, while the parent still has posts to save. */
    @Test
    void doesNotEndByASignalBeforeItsParentLetsGo() throws Exception {
        try (var engine = EmbeddedEngine.start(TestEngine.HOME, folder.resolve("data"));
                var posts = new ElasticPosts(ElasticSettings.open(engine.uri()))) {
            var signal = new ProcessBuilder("kill", "-INT", Long.toString(engine.pid())).start();
            assertThat(signal.waitFor()).isZero();

            posts.save(List.of(PostsContractTest.complaint("t:1", Instant.parse("2026-01-31T12:00:00Z"))));

            assertThat(posts.count()).isOne();
        }
    }

    @Test
    void withoutTheLaidOutEngineItSaysWhatToDo() {
        assertThatThrownBy(() -> EmbeddedEngine.start(folder.resolve("no engine"), folder.resolve("data")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no engine")
                .hasMessageContaining("mvn package")
                .hasMessageContaining("elasticsearch.url");
    }

    @Test
    void whenItsJavaCannotBeginTheLastLinesAreShown() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("lib"));

        assertThatThrownBy(() -> EmbeddedEngine.start(home, folder.resolve("data")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("EngineMain")
                .hasMessageContaining(folder.resolve("data/logs/engine.log").toString());
    }

    @Test
    void whenTheNodeFailsItsReasonIsShown() throws IOException {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("config"));
        Files.writeString(data.resolve("config/elasticsearch.yml"), "no.such.setting: 1\n");

        assertThatThrownBy(() -> EmbeddedEngine.start(TestEngine.HOME, data))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no.such.setting")
                .hasMessageContaining(data.resolve("logs/engine.log").toString());
    }

    private static int status(URI uri) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(uri.resolve("/_cluster/health")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /** Starts an engine, tells its process id, and never closes it. */
    static final class EngineParent {
        private EngineParent() {}

        public static void main(String[] args) throws Exception {
            var engine = EmbeddedEngine.start(Path.of(args[0]), Path.of(args[1]));
            System.out.println(engine.pid());
            new CountDownLatch(1).await();
        }
    }
}
