package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostFormat;
import io.tocsin.collector.source.SourceState.Health;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts brought over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final World world = new World(new DoorSettings("crm", TOKEN, Duration.ofMinutes(5)));
    private final RunningConsole console = RunningConsole.start(world);
    private final Browser wang = console.browserOf("wang");
    private final HttpClient client = HttpClient.newHttpClient();
    private int next;

    @AfterAll
    void stop() {
        console.close();
    }

    @AfterEach
    void up() {
        world.posts.down(false);
    }

    @Test
    void onePostIsTaken() throws Exception {
        Post post = post("很久没人接电话");

        Answered answer = send(JSON, PostFormat.write(post));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasToString("""
                {"accepted":1,"duplicate":0,"refused":0,"posts":[{"number":1,"id":"%s","outcome":"accepted"}]}""".formatted(post.id()));
        assertThat(stored(post.id()))
                .isEqualTo(post.toBuilder().collectedAt(world.instant()).build());
        assertThat(world.sources.state("crm").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aCallerCanAskWhatHasCome() throws Exception {
        send(JSON, PostFormat.write(post("No signal.")));

        Answered known = send(call(JSON).GET());
        Answered stranger = send(call(JSON)
                .setHeader("Authorization", "Bearer " + "x".repeat(32))
                .GET());

        assertThat(known.status()).isEqualTo(200);
        assertThat(known.json().path("source").stringValue()).isEqualTo("crm");
        assertThat(known.json().path("posts").longValue())
                .isEqualTo(world.sources.state("crm").posts());
        assertThat(known.json().path("last").stringValue())
                .isEqualTo(world.instant().toString());
        assertThat(stranger.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, LINES})
    void aThousandPostsAreTakenAtOnceAndPacked(String type) throws Exception {
        List<Post> posts = IntStream.range(0, 1_000)
                .mapToObj(i -> post("Still no signal."))
                .toList();
        long before = world.sources.state("crm").posts();
        String lines = posts.stream().map(PostFormat::write).collect(Collectors.joining("\n"));
        String body = type.equals(LINES) ? lines : "[" + lines.replace('\n', ',') + "]";

        Answered answer =
                send(call(type).header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(gzip(body))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("accepted").intValue()).isEqualTo(1_000);
        assertThat(world.posts.find(posts.stream().map(Post::id).toList())).hasSize(1_000);
        assertThat(world.sources.state("crm").posts()).isEqualTo(before + 1_000);
    }

    @Test
    void theSamePostAgainChangesNothingAndAnotherTextIsAnEdit() throws Exception {
        Post post = post("No signal.");
        Post edited = Post.builder(post.id(), "crm", "No signal since Monday.", post.createdAt())
                .build();
        send(JSON, PostFormat.write(post));
        AnalyzedPost first = world.posts.find(List.of(post.id())).getFirst();

        world.set(world.instant().plusSeconds(60));
        assertThat(outcomes(send(JSON, PostFormat.write(post)))).containsExactly("duplicate");
        assertThat(world.posts.find(List.of(post.id()))).containsExactly(first);

        assertThat(outcomes(send(LINES, PostFormat.write(edited) + "\n" + PostFormat.write(edited))))
                .containsExactly("accepted", "duplicate");
        assertThat(stored(post.id()).text()).isEqualTo("No signal since Monday.");
        assertThat(stored(post.id()).collectedAt()).isEqualTo(first.post().collectedAt());
    }

    @Test
    void aBadPostIsRefusedWithItsReasonAndTheOthersAreTaken() throws Exception {
        String body = String.join(
                "\n",
                PostFormat.write(post("one")),
                "{\"platform\":\"crm\",\"text\":\"x\",\"created_at\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"crm:x\",\"platform\":\"crm\",\"created_at\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"crm:x\",\"platform\":\"crm\",\"text\":\"x\"}",
                "{broken",
                PostFormat.write(post("two")));

        Answered answer = send(LINES, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(outcomes(answer))
                .containsExactly("accepted", "refused", "refused", "refused", "refused", "accepted");
        assertThat(answer.json()
                        .get("posts")
                        .valueStream()
                        .map(post -> post.path("reason").asString("")))
                .containsExactly("", "has no id", "has no text", "has no created_at", "is no JSON (column 2)", "");
        assertThat(world.posts.find(List.of("crm:x"))).isEmpty();
        assertThat(wang.get("/sources").text())
                .contains("What was sent is not all posts", "4 of 6 posts of a call were refused; number 2 has no id.")
                .doesNotContain("Failed", "Read every 5 minutes");
    }

    @Test
    void whereNothingIsAPostTheCallIsBad() throws Exception {
        Answered answer = send(JSON, "[{\"id\":\"crm:1\"}]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("refused").intValue()).isEqualTo(1);
        assertThat(send(JSON, "[]").status()).isEqualTo(200);
    }

    @Test
    void anArrayThatIsBrokenInTheMiddleIsNotTakenAtAll() throws Exception {
        Post post = post("one");

        Answered answer = send(JSON, "[" + PostFormat.write(post) + ",\n{\"id\":,");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error())
                .startsWith("The body is no JSON (line 2, column")
                .contains("Nothing");
        assertThat(world.posts.find(List.of(post.id()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer 0123456789abcdef0123456789abcdeF", "Basic Y3JtOnB3", "wrong"})
    void whoShowsNoTokenIsSentAway(String credentials) throws Exception {
        Post post = post("one");
        HttpRequest.Builder call = HttpRequest.newBuilder(console.address().resolve("/api/posts"))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(PostFormat.write(post)));

        Answered answer = send(credentials.isEmpty() ? call : call.header("Authorization", credentials));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.error()).contains("Authorization: Bearer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(world.posts.find(List.of(post.id()))).isEmpty();
    }

    @Test
    void aLogInOpensNoDoorAndATokenOpensNothingElse() throws Exception {
        assertThat(wang.post("/api/posts", Map.of()).status()).isEqualTo(401);
        for (String path : List.of("/", "/sources", "/api", "/api/posts/1")) {
            HttpRequest request = HttpRequest.newBuilder(console.address().resolve(path))
                    .header("Authorization", "Bearer " + TOKEN)
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).headers().firstValue("Location"))
                    .as(path)
                    .contains("/login");
        }
        assertThat(send(call(JSON).DELETE()).status()).isEqualTo(405);
    }

    @Test
    void theAnswerTellsBrowsersToBeCareful() throws Exception {
        for (Answered answer : List.of(send(JSON, "[]"), send(call("text/plain").POST(BodyPublishers.ofString("x"))))) {
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/json;charset=GBK", "nonsense"})
    void whatIsNotJsonByItsNameIsNotRead(String type) throws Exception {
        Answered answer = send(type, "[]");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.error()).contains("application/x-ndjson");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void aPackingThatNobodyKnowsIsNotRead() throws Exception {
        Answered answer = send(call(JSON).header("Content-Encoding", "br").POST(BodyPublishers.ofString("[]")));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aBombIsNotUnpackedToTheEnd() throws Exception {
        byte[] bomb = gzip(" ".repeat(200_000_000));

        Answered answer = send(call(JSON).header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(bomb)));

        assertThat(bomb).hasSizeLessThan(1_000_000);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error()).contains("10000000 bytes");
    }

    @Test
    void aBodyThatIsTooLargeIsNotReadToTheEnd() throws Exception {
        byte[] large = " ".repeat(DoorBody.LIMIT + 1).getBytes(StandardCharsets.UTF_8);

        assertThat(send(call(JSON).POST(BodyPublishers.ofByteArray(large))).status())
                .isEqualTo(413);
    }

    @Test
    void moreThanOneCallTakesAreTooMany() throws Exception {
        Answered answer = send(LINES, "{}\n".repeat(DoorController.MOST_POSTS + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error()).contains("5001 posts", "5000 at most");
    }

    @Test
    void packedBodiesThatAreNoneAreBad() throws Exception {
        byte[] whole = gzip(PostFormat.write(post("one")));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        for (byte[] body : List.of(half, "[]".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            assertThat(send(call(JSON).header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(body)))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void whileTheStoreIsDownNothingIsAcceptedAndAllIsTakenLater() throws Exception {
        Post post = post("one");
        world.posts.down(true);

        Answered answer = send(JSON, PostFormat.write(post));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("10");
        assertThat(answer.error()).contains("again");

        world.posts.down(false);
        assertThat(outcomes(send(JSON, PostFormat.write(post)))).containsExactly("accepted");
    }

    @Test
    void whoComesWhileManyAreBeingServedWaits() {
        HttpRequest call = call(JSON)
                .POST(BodyPublishers.ofString(PostFormat.write(post("one"))))
                .build();
        world.posts.hold();
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.rangeClosed(0, DoorController.CALLS_AT_ONCE)
                .mapToObj(i -> client.sendAsync(call, BodyHandlers.ofString()))
                .toList();

        HttpResponse<?> first = (HttpResponse<?>) CompletableFuture.anyOf(calls.toArray(CompletableFuture<?>[]::new))
                .join();
        world.posts.release();

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("2");
        assertThat(calls.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnlyOnce(429)
                .containsOnly(429, 200);
    }

    private Answered send(String type, String body) throws Exception {
        return send(call(type).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder call(String type) {
        return HttpRequest.newBuilder(console.address().resolve("/api/posts"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", type);
    }

    private Answered send(HttpRequest.Builder call) throws Exception {
        HttpResponse<String> answer = client.send(call.build(), BodyHandlers.ofString());
        return new Answered(answer);
    }

    private Post stored(String id) {
        return world.posts.find(List.of(id)).getFirst().post();
    }

    private Post post(String text) {
        next++;
        return Post.builder("crm:" + next, "crm", text, World.NOON).build();
    }

    private static List<String> outcomes(Answered answer) {
        return answer.json()
                .get("posts")
                .valueStream()
                .map(post -> post.get("outcome").asString())
                .toList();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private record Answered(HttpResponse<String> answer) {
        int status() {
            return answer.statusCode();
        }

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(answer.body());
        }

        String error() {
            return json().get("error").asString();
        }
    }
}
