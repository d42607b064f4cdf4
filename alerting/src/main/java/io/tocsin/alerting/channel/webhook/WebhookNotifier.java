package io.tocsin.alerting.channel.webhook;

import io.tocsin.alerting.notify.Alert;
import io.tocsin.alerting.notify.Links;
import io.tocsin.alerting.notify.Notifier;
import io.tocsin.alerting.notify.Outcome;
import io.tocsin.collector.fetch.AddressGuard;
import io.tocsin.collector.fetch.ForbiddenAddressException;
import io.tocsin.collector.fetch.FreshConnections;
import io.tocsin.collector.fetch.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Calls a webhook, signed by the Standard Webhooks scheme; the key of the notification is the {@code webhook-id}, by which
 * a receiver tells a repetition.
 */
public final class WebhookNotifier implements Notifier {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebhookSettings settings;
    private final Signer signer;
    private final Links links;
    private final OkHttpClient client;

    /** Calls by that client, and only public addresses unless the settings allow private ones. */
    public WebhookNotifier(WebhookSettings settings, Links links, OkHttpClient client) {
        this.settings = settings;
        this.signer = new Signer(settings.secret());
        this.links = links;
        OkHttpClient reaching = settings.internal() ? client : AddressGuard.PUBLIC_ONLY.protect(client);
        this.client = FreshConnections.of(reaching)
                .newBuilder()
                .followRedirects(false)
                .callTimeout(PATIENCE)
                .build();
    }

    @Override
    public String channel() {
        return settings.name();
    }

    @Override
    public Outcome send(Alert alert) {
        try (Response response = client.newCall(request(alert)).execute()) {
            return outcome(response, alert.now());
        } catch (ForbiddenAddressException e) {
            return new Outcome.GaveUp(e.getMessage() + "; set internal: true if channel " + channel() + " may call it");
        } catch (IOException e) {
            return new Outcome.TryAgain(host() + " cannot be reached or broke off: " + e.getMessage());
        }
    }

    private Request request(Alert alert) {
        String key = alert.notification().key();
        String body = Payload.of(alert, links).json();
        return new Request.Builder()
                .url(settings.url().toString())
                .header("User-Agent", "Tocsin")
                .header("webhook-id", key)
                .header("webhook-timestamp", String.valueOf(alert.now().getEpochSecond()))
                .header("webhook-signature", signer.sign(key, alert.now(), body))
                .header("X-Tocsin-Attempt", String.valueOf(alert.notification().attempts()))
                .post(RequestBody.create(body, JSON))
                .build();
    }

    private Outcome outcome(Response response, Instant now) {
        int code = response.code();
        if (response.isSuccessful()) {
            return new Outcome.Sent();
        }
        if (response.isRedirect()) {
            return new Outcome.GaveUp(host() + " redirects (" + code + "), which is not followed: correct the url");
        }
        if (code == 400 || code == 410) {
            return new Outcome.GaveUp(host() + " answered " + code + ": it does not want this message");
        }
        return new Outcome.TryAgain(
                host() + " answered " + code,
                RetryAfter.in(response.headers(), now).orElse(Duration.ZERO));
    }

    private String host() {
        return settings.url().getHost();
    }
}
