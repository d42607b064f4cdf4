package io.tocsin.app.e2e;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks on loopback that takes only what is signed with its secret, and keeps it. */
final class HookReceiver implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final MockWebServer server = new MockWebServer();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Webhook scheme;

    HookReceiver() {
        try {
            scheme = new Webhook(SECRET);
            server.setDispatcher(new Taker());
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort() + "/hook";
    }

    /** The well signed calls in the order of their arrival. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.close();
    }

    /** One call. */
    record Call(String key, JsonNode body) {}

    private final class Taker extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            HttpHeaders headers = HttpHeaders.of(request.getHeaders().toMultimap(), (name, value) -> true);
            try {
                scheme.verify(body, headers.map());
            } catch (WebhookVerificationException e) {
                return new MockResponse.Builder().code(401).build();
            }
            calls.add(new Call(
                    headers.firstValue("webhook-id").orElseThrow(),
                    JsonMapper.shared().readTree(body)));
            return new MockResponse.Builder().code(204).build();
        }
    }
}
