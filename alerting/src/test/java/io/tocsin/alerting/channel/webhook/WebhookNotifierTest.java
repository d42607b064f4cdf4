package io.tocsin.alerting.channel.webhook;

import static io.tocsin.alerting.TestAlerts.ACK;
import static io.tocsin.alerting.TestAlerts.LINKS;
import static io.tocsin.alerting.TestAlerts.NOON;
import static io.tocsin.alerting.TestAlerts.SECRET;
import static io.tocsin.alerting.TestAlerts.alert;
import static io.tocsin.alerting.TestAlerts.surge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.tocsin.alerting.TestPosts;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.LifeCycle;
import io.tocsin.alerting.notify.Alert;
import io.tocsin.alerting.notify.Outcome;
import io.tocsin.alerting.rule.Breach;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookNotifierTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebhookNotifier notifier() {
        URI url = server.url("/hook?token=hidden").uri();
        return new WebhookNotifier(new WebhookSettings("hook", url, SECRET, true), LINKS, new OkHttpClient());
    }

    private static Alert anAlert(Incident incident, int step, int attempt, Instant now) {
        Alert alert =
                alert(incident, step, "example.org", attempt, List.of(TestPosts.complaint("p0", "eve \"x\"", NOON, 2)));
        return new Alert(alert.notification(), alert.incident(), alert.posts(), now);
    }

    private Outcome answer(MockResponse response) {
        server.enqueue(response);
        return notifier().send(anAlert(surge("acme"), 1, 1, NOON));
    }

    @Test
    void isSignedSoThatTheLibraryOfTheStandardAcceptsIt() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());
        Alert alert = anAlert(surge("acme"), 1, 2, Instant.now());
        assertThat(notifier().send(alert)).isEqualTo(new Outcome.Sent());
        RecordedRequest request = server.takeRequest();
        new Webhook(SECRET).verify(text(request), request.getHeaders().toMultimap());
        assertThat(request.getHeaders().get("webhook-id"))
                .isEqualTo(alert.notification().key());
        assertThat(request.getHeaders().get("X-Tocsin-Attempt")).isEqualTo("2");
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThatThrownBy(() -> new Webhook(SECRET)
                        .verify(text(request) + " ", request.getHeaders().toMultimap()))
                .isInstanceOf(Exception.class);
    }

    @Test
    void tellsOfASurge() throws Exception {
        JsonNode body = body(anAlert(surge("爱可美"), 1, 1, NOON));
        assertThat(body.at("/type").asString()).isEqualTo("incident.opened");
        assertThat(body.at("/timestamp").asString()).isEqualTo("2026-01-01T12:00:00Z");
        JsonNode data = body.get("data");
        assertThat(data.at("/incident/id").asString()).isEqualTo("abcdefghijklm");
        assertThat(data.at("/incident/title/zh").asString()).isEqualTo("[损失] 关于“爱可美”的投诉激增");
        assertThat(data.at("/incident/posts").asInt()).isEqualTo(12);
        assertThat(data.at("/reason/kind").asString()).isEqualTo("surge");
        assertThat(data.at("/reason/count").asInt()).isEqualTo(12);
        assertThat(data.at("/reason/expected").asDouble()).isEqualTo(0.84);
        assertThat(data.at("/reason/window_seconds").asInt()).isEqualTo(1800);
        assertThat(data.at("/reason/sentence/en").asString()).startsWith("Within 30 minutes, 12 people complained");
        assertThat(data.at("/posts/0/text").asString()).isEqualTo("The parcel p0 never came.");
        assertThat(data.at("/posts/0/author").asString()).isEqualTo("eve \"x\"");
        assertThat(data.at("/url").asString()).isEqualTo("https://console.example.org/incidents/abcdefghijklm");
        String token = data.at("/acknowledge_url").asString().replaceAll(".*/ack/", "");
        assertThat(ACK.verify(token, NOON)).isPresent();
    }

    @Test
    void tellsOfASeverePostOfALaterStepAndOfAReopenedIncident() throws Exception {
        Incident surge = surge("acme");
        Breach severe = new Breach.SeverePost("severe", "acme", NOON, 3, List.of("forum:p0"), List.of("smoke"));
        Incident reopened = new Incident(
                surge.id(),
                "acme",
                severe,
                Incident.Status.OPEN,
                3,
                severe.posts(),
                NOON,
                2,
                NOON,
                NOON,
                null,
                null,
                4);
        JsonNode body = body(anAlert(reopened, 1, 1, NOON));
        assertThat(body.at("/type").asString()).isEqualTo("incident.reopened");
        assertThat(body.at("/data/reason/kind").asString()).isEqualTo("severe-post");
        assertThat(body.at("/data/reason/signs/0").asString()).isEqualTo("smoke");
        assertThat(body.at("/data/reason/count").isNull()).isTrue();
        assertThat(body(anAlert(surge, 2, 1, NOON)).at("/type").asString()).isEqualTo("incident.escalated");
    }

    @Test
    void tellsOfCopies() throws Exception {
        Breach copied = new Breach.Copied(
                "surge", "acme", NOON, 2, List.of("forum:p0"), Duration.ofMinutes(30), 12, 9, 3, 5, 0.84, 0.0001);
        JsonNode reason = body(anAlert(LifeCycle.open("x", copied, NOON).incident(), 1, 1, NOON))
                .at("/data/reason");
        assertThat(reason.at("/kind").asString()).isEqualTo("copies");
        assertThat(reason.at("/count").asInt()).isEqualTo(12);
        assertThat(reason.at("/copying").asInt()).isEqualTo(9);
        assertThat(reason.at("/platforms").asInt()).isEqualTo(3);
        assertThat(reason.at("/sentence/zh").asString()).contains("照搬");
    }

    private static String text(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    private JsonNode body(Alert alert) throws Exception {
        server.enqueue(new MockResponse.Builder().code(200).build());
        assertThat(notifier().send(alert)).isEqualTo(new Outcome.Sent());
        return JsonMapper.shared().readTree(text(server.takeRequest()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 301, 302, 307, 308})
    void givesUpWhereNoRepetitionHelps(int code) {
        MockResponse response = new MockResponse.Builder()
                .code(code)
                .addHeader("Location", server.url("/elsewhere").toString())
                .build();
        assertThat(answer(response))
                .isInstanceOfSatisfying(
                        Outcome.GaveUp.class,
                        gaveUp -> assertThat(gaveUp.reason())
                                .contains(String.valueOf(code))
                                .doesNotContain("hidden"));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 120",
        "503, 'Thu, 01 Jan 2026 12:01:00 GMT', 60",
        "503, 'Thu, 01 Jan 2026 11:01:00 GMT', 0",
        "500, soon, 0",
        "502, , 0",
        "404, , 0",
        "401, , 0",
        "408, 3, 3"
    })
    void triesAgainWhenTheServerAsks(int code, String retryAfter, int seconds) {
        MockResponse.Builder response = new MockResponse.Builder().code(code);
        if (retryAfter != null) {
            response.addHeader("Retry-After", retryAfter);
        }
        assertThat(answer(response.build()))
                .isInstanceOfSatisfying(
                        Outcome.TryAgain.class,
                        again -> assertThat(again.after()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void aReceiverThatHangsUpAfterEachCallIsReachedAtOnce() {
        WebhookNotifier notifier = notifier();
        for (int call = 0; call < 3; call++) {
            server.enqueue(new MockResponse.Builder()
                    .code(204)
                    .onResponseEnd(new SocketEffect.CloseSocket())
                    .build());
            assertThat(notifier.send(anAlert(surge("acme"), 1, 1, NOON))).isEqualTo(new Outcome.Sent());
        }
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() {
        MockResponse response = new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
        assertThat(answer(response))
                .isInstanceOfSatisfying(
                        Outcome.TryAgain.class,
                        again -> assertThat(again.reason()).doesNotContain("hidden"));
    }

    @Test
    void callsNoPrivateAddressUnlessItMay() {
        URI url = server.url("/hook?token=hidden").uri();
        WebhookSettings outside = new WebhookSettings("hook", url, SECRET, false);
        assertThat(new WebhookNotifier(outside, LINKS, new OkHttpClient()).send(anAlert(surge("acme"), 1, 1, NOON)))
                .isInstanceOfSatisfying(
                        Outcome.GaveUp.class,
                        gaveUp -> assertThat(gaveUp.reason())
                                .contains("private", "internal: true")
                                .doesNotContain("hidden"));
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "whsec_???", "whsec_c2hvcnQ=", "a raw text that is long enough to be a secret"})
    void refusesWhatIsNoSecretOfTheStandard(String secret) {
        assertThatThrownBy(() -> new WebhookSettings("hook", URI.create("https://example.org/hook"), secret, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channel hook")
                .hasMessageContaining("openssl rand");
    }

    @Test
    void refusesAnotherSchemeAndShowsNoSecret() {
        assertThatThrownBy(() -> new WebhookSettings("hook", URI.create("ftp://example.org"), SECRET, false))
                .hasMessageContaining("https://");
        assertThat(new WebhookSettings("hook", URI.create("https://example.org/hidden"), SECRET, false))
                .asString()
                .contains("example.org")
                .doesNotContain(SECRET, "hidden");
    }
}
