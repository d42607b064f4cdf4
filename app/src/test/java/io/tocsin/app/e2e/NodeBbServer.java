package io.tocsin.app.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real NodeBB forum on loopback, installed by npm into {@code target} when it is first needed. It ends with {@link
 * #close}, or when this JVM dies: it reads its posts from a pipe and stops at the pipe's end.
 */
final class NodeBbServer implements AutoCloseable {
    /** Categories of a fresh NodeBB. */
    static final int GENERAL = 2;

    static final int FEEDBACK = 4;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SOURCES = Path.of("src/test/nodebb");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "forum.js");
    private static final Path LOG = Path.of("target/nodebb.log");

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter posts;
    private final String url;

    private NodeBbServer(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.posts = new PrintWriter(process.outputWriter(), true);
        this.url = answer().path("url").asString();
    }

    /** Starts a fresh forum: its categories are there, and one welcoming topic. */
    static NodeBbServer start() {
        Tool.REDIS.path();
        try {
            return new NodeBbServer(builder(installed(), Tool.NODE.path().toString(), "forum.js", "serve", ".")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at the end. */
    String url() {
        return url;
    }

    /** Opens a topic and returns its number. */
    int topic(int category, String author, String title, String text) {
        return post(Map.of("author", author, "category", category, "title", title, "text", text))
                .path("topic")
                .asInt();
    }

    void reply(int topic, String author, String text) {
        post(Map.of("author", author, "topic", topic, "text", text));
    }

    @Override
    public void close() {
        posts.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode post(Map<String, Object> post) {
        posts.println(JSON.writeValueAsString(post));
        return answer();
    }

    private JsonNode answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("The forum ended; its last words are in " + LOG.toAbsolutePath());
            }
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path installed() throws IOException {
        Path home = Path.of("target/nodebb-" + fingerprint());
        if (!Files.exists(home.resolve("forum.rdb"))) {
            Files.createDirectories(home);
            for (String file : FILES) {
                Files.copy(SOURCES.resolve(file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            run(home, Tool.NPM.path().toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            run(home, Tool.NODE.path().toString(), "forum.js", "prepare", ".");
        }
        return home;
    }

    private static void run(Path home, String... command) throws IOException {
        Process process = builder(home, command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError("The forum could not be installed by '" + String.join(" ", command)
                        + "'; the reason is in " + LOG.toAbsolutePath());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder builder(Path home, String... command) {
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
    }

    /** Of everything that decides what is installed. */
    private static String fingerprint() throws IOException {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            sum.update(Files.readAllBytes(SOURCES.resolve(file)));
        }
        return Long.toHexString(sum.getValue());
    }
}
