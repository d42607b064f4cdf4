package io.tocsin.app.e2e;

import io.tocsin.app.e2e.NodeProgram.Sources;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A real Bluesky network on loopback. Its people have accounts as soon as they are named. */
final class BlueskyNetwork implements AutoCloseable {
    private static final Sources SOURCES = new Sources("bluesky", "network.js");

    private final EmbeddedPostgres postgres;
    private final NodeProgram program;
    private final String stream;
    private final String api;

    private BlueskyNetwork(EmbeddedPostgres postgres, NodeProgram program) {
        this.postgres = postgres;
        this.program = program;
        JsonNode addresses = program.answer();
        this.stream = addresses.path("stream").asString();
        this.api = addresses.path("api").asString();
    }

    /** Starts a network on which nobody has said anything yet. */
    static BlueskyNetwork start() {
        List.of(Tool.REDIS, Tool.COMPILER, Tool.MAKE, Tool.PYTHON).forEach(Tool::path);
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            String url = "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres";
            return new BlueskyNetwork(postgres, NodeProgram.start(SOURCES, "serve", ".", url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of its Jetstream. */
    String stream() {
        return stream;
    }

    /** Of its AppView. */
    String api() {
        return api;
    }

    /** Returns the address of the post. */
    String post(String who, String text) {
        return written(Map.of("does", "post", "who", who, "text", text));
    }

    /** Answers a post of a thread, and returns the address of the answer. */
    String reply(String who, String root, String to, String text) {
        return written(Map.of("does", "reply", "who", who, "root", root, "to", to, "text", text));
    }

    /** Returns the address of the repost. */
    String repost(String who, String what) {
        return written(Map.of("does", "repost", "who", who, "what", what));
    }

    void like(String who, String what) {
        program.ask(Map.of("does", "like", "who", who, "what", what));
    }

    void delete(String who, String what) {
        program.ask(Map.of("does", "delete", "who", who, "what", what));
    }

    void follow(String who, String whom) {
        program.ask(Map.of("does", "follow", "who", who, "whom", whom));
    }

    /** Cuts the stream off, for everybody who listens. */
    void hangUp() {
        program.ask(Map.of("does", "hang up"));
    }

    @Override
    public void close() throws IOException {
        program.close();
        postgres.close();
    }

    private String written(Map<String, Object> deed) {
        return program.ask(deed).path("uri").asString();
    }
}
