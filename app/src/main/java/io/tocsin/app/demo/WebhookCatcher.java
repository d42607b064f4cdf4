package io.tocsin.app.demo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks on loopback that checks their signatures and keeps them, to be looked at. */
final class WebhookCatcher implements AutoCloseable {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final int LIMIT = 1_000_000;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Webhook scheme;

    private WebhookCatcher(HttpServer server, Webhook scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    /** @param secret as the Standard Webhooks scheme writes it */
    static WebhookCatcher start(String secret) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            WebhookCatcher catcher = new WebhookCatcher(server, scheme(secret));
            server.createContext("/", catcher::take);
            server.start();
            return catcher;
        } catch (IOException e) {
            throw new UncheckedIOException("the webhook catcher could not be started on loopback", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** What has arrived, in order. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static Webhook scheme(String secret) {
        try {
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("the webhook catcher needs a secret", e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(LIMIT), StandardCharsets.UTF_8);
            HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
            boolean signed = signed(body, headers);
            calls.add(new Call(
                    calls.size(),
                    Instant.now(),
                    headers.firstValue("webhook-id").orElse(""),
                    signed,
                    pretty(body)));
            exchange.sendResponseHeaders(signed ? 204 : 401, -1);
        }
    }

    private boolean signed(String body, HttpHeaders headers) {
        try {
            scheme.verify(body, headers.map());
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    private static String pretty(String body) {
        return JSON.readTree(body).toPrettyString();
    }

    /** One call that arrived. */
    record Call(int number, Instant at, String key, boolean signed, String body) {}
}
