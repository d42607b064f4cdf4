package io.tocsin.collector.connect.forum;

import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.fetch.Pass;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a forum lets us in by. Its own links never carry that.
 *
 * @param forum the address that the person who gave the pass wrote
 */
record Entrance(HttpUrl forum, @Nullable Pass pass) {

    static Entrance of(ForumSettings settings) {
        HttpUrl forum = HttpUrl.get(settings.list().url(1));
        if (settings.cookie() != null) {
            return new Entrance(forum, new Pass("Cookie", settings.cookie(), "cookie"));
        }
        boolean named = !forum.username().isEmpty();
        return new Entrance(forum, named ? Pass.basic(forum.username(), forum.password(), "url") : null);
    }

    /** What is shown at the address: nothing at another door, and nothing in the clear where TLS was meant. */
    @Nullable
    Pass passFor(String address) {
        HttpUrl url = HttpUrl.get(address);
        boolean sameDoor =
                url.scheme().equals(forum.scheme()) && url.host().equals(forum.host()) && url.port() == forum.port();
        return sameDoor ? pass : null;
    }
}
