package io.tocsin.alerting.channel.webhook;

import java.net.URI;
import java.util.Set;

/**
 * A channel that calls a webhook.
 *
 * @param name what the escalation calls it
 * @param url http or https
 * @param secret signs the calls: {@code whsec_} and base64 of 24 to 64 bytes after it, as Standard Webhooks says
 * @param internal whether the address may be a private one
 */
public record WebhookSettings(String name, URI url, String secret, boolean internal) {

    public WebhookSettings {
        if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("channel " + name + " needs a url that begins with http:// or https://");
        }
        Signer.check(name, secret);
    }

    /** Without the secret, and without the address's path and query, which may be one. */
    @Override
    public String toString() {
        return "WebhookSettings[" + name + ", " + url.getHost() + "]";
    }
}
