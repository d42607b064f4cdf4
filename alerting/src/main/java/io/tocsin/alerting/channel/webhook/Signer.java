package io.tocsin.alerting.channel.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Signs calls by the Standard Webhooks scheme, so that a receiver can tell that they are genuine and fresh. */
final class Signer {
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 16;

    private final Webhook webhook;

    Signer(String secret) {
        try {
            webhook = new Webhook(bytes(secret));
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("the secret is empty", e);
        }
    }

    /** The value of the header {@code webhook-signature}. */
    String sign(String id, Instant now, String body) {
        try {
            return webhook.sign(id, now.getEpochSecond(), body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    static void check(String channel, String secret) {
        byte[] bytes;
        try {
            bytes = bytes(secret);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(
                    "channel " + channel + " has a secret that begins with whsec_ but is not base64 after that",
                    notBase64);
        }
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("channel " + channel + " needs a secret of " + LEAST_BYTES
                    + " bytes or more; make one with: echo whsec_$(openssl rand -base64 32)");
        }
    }

    private static byte[] bytes(String secret) {
        return secret.startsWith(PREFIX)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }
}
