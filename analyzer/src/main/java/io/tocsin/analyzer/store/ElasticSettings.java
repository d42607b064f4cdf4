package io.tocsin.analyzer.store;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which Elasticsearch to use.
 *
 * @param url http or https, without user and password
 * @param username with {@code password}, or {@code null} where it asks for none
 */
public record ElasticSettings(
        URI url, @Nullable String username, @Nullable String password) {

    public ElasticSettings {
        if (!url.toString().matches("https?:.*") || url.getHost() == null) {
            throw new IllegalArgumentException("url must be like https://search.example.org:9200");
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException("url must not hold a password: use username and password");
        }
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException("username and password go together: give both or none");
        }
    }

    /** One that asks for no password, like the embedded one. */
    public static ElasticSettings open(URI url) {
        return new ElasticSettings(url, null, null);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ElasticSettings[url=" + url + ", username=" + username + "]";
    }
}
