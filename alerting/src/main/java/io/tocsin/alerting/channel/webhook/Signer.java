package io.tocsin.alerting.channel.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Base64;

/** Signs calls by the Standard Webhooks scheme, so that a receiver can tell that they are genuine and fresh. */
final class Signer {
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

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

    /** Refuses what is no secret of Standard Webhooks. */
    static void check(String channel, String secret) {
        if (!secret.startsWith(PREFIX) || !isLongEnough(secret)) {
            throw new IllegalArgumentException("channel " + channel
                    + " needs a secret of whsec_ and base64 of 24 to 64 bytes after it;"
                    + " make one with: echo whsec_$(openssl rand -base64 32)");
        }
    }

    private static boolean isLongEnough(String secret) {
        try {
            int length = bytes(secret).length;
            return length >= LEAST_BYTES && length <= MOST_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] bytes(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }
}
