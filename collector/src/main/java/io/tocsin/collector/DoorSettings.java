package io.tocsin.collector;

import io.tocsin.collector.source.Source;
import java.time.Duration;

/**
 * A caller who brings posts by itself.
 *
 * @param name unique among all sources
 * @param token what the caller shows with every call
 * @param every how often is looked whether its posts have stopped coming
 */
public record DoorSettings(String name, String token, Duration every) {
    /** The kind of source that this is. */
    public static final String KIND = "api";

    /** Shorter ones can be guessed. */
    public static final int SHORTEST_TOKEN = 20;

    public DoorSettings {
        if (token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("a token has at least " + SHORTEST_TOKEN + " characters");
        }
    }

    public Source source() {
        return new Source(name, KIND, "POST /api/posts", every);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "DoorSettings[" + name + "]";
    }
}
