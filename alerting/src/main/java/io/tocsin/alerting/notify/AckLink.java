package io.tocsin.alerting.notify;

import io.tocsin.alerting.incident.Incident;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed links that let the receiver of a message acknowledge without logging in (HMAC-SHA256, RFC 2104).
 *
 * <p>Mail scanners open every link: opening one must change nothing. The page behind it shows a button.
 */
public final class AckLink {
    /** How long a link can be used. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    /** Signs with a key of 32 random bytes that nobody else knows; links end their life when it changes. */
    public AckLink(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * What a link allows: to acknowledge this incident in this episode.
     *
     * @param recipient whom the link was sent to: the actor of the time line
     */
    public record Grant(String incident, int episode, String recipient, Instant expires) {

        /** A link from an earlier episode does not stop the escalation of a later one. */
        public boolean fits(Incident now) {
            return now.id().equals(incident) && now.episode() == episode;
        }

        public boolean expired(Instant now) {
            return !now.isBefore(expires);
        }
    }

    /** The token to put into a link; letters, digits, {@code -}, {@code _} and one dot. */
    public String token(Incident incident, String recipient, Instant now) {
        long expires = now.plus(LIFETIME).getEpochSecond();
        String claim = incident.id() + "\n" + incident.episode() + "\n" + expires + "\n" + recipient;
        byte[] bytes = claim.getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(sign(bytes));
    }

    /** What the token allows; empty if it was not signed here, was changed, or is too old. */
    public Optional<Grant> verify(String token, Instant now) {
        return read(token).filter(grant -> !grant.expired(now));
    }

    /** What the token allowed, though it may be too old by now; empty if it was not signed here, or was changed. */
    public Optional<Grant> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return decode(parts[0])
                .flatMap(claim -> decode(parts[1])
                        .filter(mac -> MessageDigest.isEqual(sign(claim), mac))
                        .map(mac -> grant(new String(claim, StandardCharsets.UTF_8))));
    }

    private static Grant grant(String claim) {
        String[] fields = claim.split("\n", 4);
        return new Grant(
                fields[0], Integer.parseInt(fields[1]), fields[3], Instant.ofEpochSecond(Long.parseLong(fields[2])));
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] sign(byte[] claim) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(claim);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
