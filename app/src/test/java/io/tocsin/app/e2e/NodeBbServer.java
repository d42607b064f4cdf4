package io.tocsin.app.e2e;

import io.tocsin.app.e2e.NodeProgram.Sources;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A real NodeBB forum on loopback. */
final class NodeBbServer implements AutoCloseable {
    /** Categories of a fresh NodeBB. */
    static final int GENERAL = 2;

    static final int FEEDBACK = 4;

    private static final Sources SOURCES = new Sources("nodebb", "forum.js");

    private final NodeProgram program;
    private final String url;

    private NodeBbServer(NodeProgram program) {
        this.program = program;
        this.url = program.answer().path("url").asString();
    }

    /** Starts a fresh forum: its categories are there, and one welcoming topic. */
    static NodeBbServer start() {
        Tool.REDIS.path();
        return new NodeBbServer(NodeProgram.start(SOURCES, "serve", "."));
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

    /** Returns the number of the reply. */
    int reply(int topic, String author, String text) {
        return post(Map.of("author", author, "topic", topic, "text", text))
                .path("post")
                .asInt();
    }

    /** Answers a reply, and returns the number of the answer. */
    int answer(int topic, int reply, String author, String text) {
        return post(Map.of("author", author, "topic", topic, "to", reply, "text", text))
                .path("post")
                .asInt();
    }

    void vote(int post, String author) {
        post(Map.of("author", author, "vote", post));
    }

    void edit(int post, String author, String text) {
        post(Map.of("author", author, "edit", post, "text", text));
    }

    void delete(int post, String author) {
        post(Map.of("author", author, "delete", post));
    }

    @Override
    public void close() {
        program.close();
    }

    private JsonNode post(Map<String, Object> post) {
        return program.ask(post);
    }
}
