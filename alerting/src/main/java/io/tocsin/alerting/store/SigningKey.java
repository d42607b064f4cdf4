package io.tocsin.alerting.store;

import io.tocsin.collector.store.Database;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that signs acknowledge links: made at the first start, and the same ever after, so that links outlive it. */
public final class SigningKey {
    private static final int BYTES = 32;

    private SigningKey() {}

    public static byte[] of(Database database) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        String kept = database.jdbi().inTransaction(handle -> {
            handle.createUpdate(
                            "INSERT INTO signing_key (purpose, secret) VALUES ('ack', :secret) ON CONFLICT DO NOTHING")
                    .bind("secret", Base64.getEncoder().encodeToString(fresh))
                    .execute();
            return handle.createQuery("SELECT secret FROM signing_key WHERE purpose = 'ack'")
                    .mapTo(String.class)
                    .one();
        });
        return Base64.getDecoder().decode(kept);
    }
}
