package io.tocsin.collector.fetch;

import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;

/**
 * A secret that a server wants to see; it goes to no other server, redirects or not.
 *
 * @param header the header it is sent in
 * @param value what stands there
 * @param key what the configuration calls the secret, for the one who must renew it
 */
public record Pass(String header, String value, String key) {

    public static Pass bearer(String token, String key) {
        return new Pass("Authorization", "Bearer " + token, key);
    }

    public static Pass basic(String name, String password, String key) {
        return new Pass("Authorization", Credentials.basic(name, password, StandardCharsets.UTF_8), key);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Pass[" + key + "]";
    }
}
