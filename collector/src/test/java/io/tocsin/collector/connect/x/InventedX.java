package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Broadcast;
import io.tocsin.collector.fetch.TestSite;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks of posts as X documents it: counts, search, rules and the filtered stream. */
final class InventedX implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final TestSite site = new TestSite();
    final List<String> rules = new CopyOnWriteArrayList<>();
    final List<HttpUrl> searches = new CopyOnWriteArrayList<>();
    private final Broadcast streams = new Broadcast("");
    private final List<Long> posts = new CopyOnWriteArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    volatile int streamAnswers = 200;
    volatile String taggedAs = "tocsin test";

    InventedX() {
        rules.add("{\"id\":\"1\",\"value\":\"outdated\",\"tag\":\"tocsin test\"}");
        rules.add("{\"id\":\"2\",\"value\":\"acme\",\"tag\":\"somebody else's\"}");
        site.program(this::answer);
    }

    /** Somebody writes a post; it goes out by the streams that are open. */
    long publish(Instant at) {
        long id = ((at.toEpochMilli() - 1_288_834_974_657L) << 22) + posts.size();
        posts.add(id);
        reads.addAndGet(2 * streams.listeners());
        streams.send("""
                {"data":%s,"includes":{"users":[%s]},"matching_rules":[{"id":"3","tag":"%s"}]}\
                """.formatted(tweet(id), USER, taggedAs).strip());
        return id;
    }

    /** Ends the streams, as X does now and then. */
    void hangUp() {
        streams.hangUp();
    }

    /** The streams stay open, but nothing comes by them any more. */
    void fallSilent() {
        streams.fallSilent();
    }

    /** What has to be paid for: the posts and authors that were found, and those that went out by streams. */
    int reads() {
        return reads.get();
    }

    /** How often a stream was asked for. */
    long connections() {
        return site.visits().stream()
                .filter(path -> path.startsWith("/2/tweets/search/stream?"))
                .count();
    }

    List<String> ids() {
        return posts.stream().map(id -> "x:" + id).toList();
    }

    @Override
    public void close() {
        streams.close();
        site.close();
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        return switch (url.encodedPath()) {
            case "/2/tweets/counts/recent" ->
                Optional.of(TestSite.page("{\"meta\":{\"total_tweet_count\":%d}}"
                        .formatted(matching(url).size())));
            case "/2/tweets/search/recent" -> Optional.of(found(url));
            case "/2/tweets/search/stream/rules" -> Optional.of(rules(request));
            case "/2/tweets/search/stream" -> Optional.of(stream());
            default -> Optional.empty();
        };
    }

    private List<Long> matching(HttpUrl url) {
        long since = number(url, "since_id", 0);
        long until = number(url, "until_id", Long.MAX_VALUE);
        return posts.stream()
                .filter(id -> id > since && id < until)
                .sorted((one, other) -> Long.compare(other, one))
                .toList();
    }

    private static long number(HttpUrl url, String parameter, long otherwise) {
        String value = url.queryParameter(parameter);
        return value == null ? otherwise : Long.parseLong(value);
    }

    private MockResponse.Builder found(HttpUrl url) {
        searches.add(url);
        List<Long> all = matching(url);
        List<Long> page = all.stream().limit(number(url, "max_results", 10)).toList();
        reads.addAndGet(page.size() + 1);
        String next = page.size() < all.size() ? ",\"next_token\":\"n\"" : "";
        String data = page.isEmpty()
                ? ""
                : page.stream().map(InventedX::tweet).collect(Collectors.joining(",", "\"data\":[", "],"));
        return TestSite.page("{%s\"includes\":{\"users\":[%s]},\"meta\":{\"result_count\":%d%s}}"
                .formatted(data, USER, page.size(), next));
    }

    private MockResponse.Builder rules(RecordedRequest request) {
        if (request.getMethod().equals("POST")) {
            JsonNode change =
                    JSON.readTree(Objects.requireNonNull(request.getBody()).utf8());
            change.path("delete").path("ids").forEach(id -> rules.removeIf(rule -> rule.contains("\"id\":" + id)));
            change.path("add").forEach(rule -> rules.add(rule.toString()));
            return TestSite.page("{\"meta\":{}}");
        }
        return TestSite.page("{\"data\":[" + String.join(",", rules) + "]}");
    }

    private MockResponse.Builder stream() {
        return streamAnswers == 200 ? streams.answer() : TestSite.status(streamAnswers);
    }

    private static final String USER = "{\"id\":\"5\",\"username\":\"ann\"}";

    private static String tweet(long id) {
        return """
                {"id":"%d","text":"text","author_id":"5","created_at":"%s","lang":"en"}
                """.formatted(id, Instant.ofEpochMilli((id >> 22) + 1_288_834_974_657L))
                .strip();
    }
}
