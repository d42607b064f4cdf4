package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.Pass;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a site lets us in by. Its own links never carry that.
 *
 * @param door the address that the person who gave the pass wrote
 */
public record Entrance(HttpUrl door, @Nullable Pass pass) {

    /** By the user and password in the address, if there are any. */
    public static Entrance of(String address) {
        HttpUrl door = HttpUrl.get(address);
        boolean named = !door.username().isEmpty();
        return new Entrance(door, named ? Pass.basic(door.username(), door.password(), "url") : null);
    }

    /** By a cookie, or else as above. */
    public static Entrance of(String address, @Nullable String cookie) {
        return cookie == null ? of(address) : new Entrance(HttpUrl.get(address), new Pass("Cookie", cookie, "cookie"));
    }

    /** What is shown at the address: nothing at another door, and nothing in the clear where TLS was meant. */
    public @Nullable Pass passFor(String address) {
        HttpUrl url = HttpUrl.get(address);
        boolean sameDoor =
                url.scheme().equals(door.scheme()) && url.host().equals(door.host()) && url.port() == door.port();
        return sameDoor ? pass : null;
    }
}
