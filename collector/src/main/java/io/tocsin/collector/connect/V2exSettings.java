package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * V2EX.
 *
 * @param url of the site
 * @param nodes whose topics and replies are read; none reads the newest topics of all, without replies
 * @param token a personal access token; nodes need one
 */
public record V2exSettings(
        Polling polling,
        String url,
        List<String> nodes,
        @Nullable String token) implements SourceSettings {
    public static final String URL = "https://www.v2ex.com/";

    public V2exSettings {
        WebAddress.require(url);
        nodes = List.copyOf(nodes);
        if (!nodes.isEmpty() && token == null) {
            throw new IllegalArgumentException(
                    "'nodes' need a 'token', from v2ex.com/settings/tokens; give one, or remove the nodes");
        }
    }

    @Override
    public Source source() {
        return polling.source("v2ex", url);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "V2exSettings[" + polling.name() + ", " + source().address() + "]";
    }
}
