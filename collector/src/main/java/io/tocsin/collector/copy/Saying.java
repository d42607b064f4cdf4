package io.tocsin.collector.copy;

import io.tocsin.collector.clean.Fingerprint;
import java.time.Instant;

/**
 * That a post says something.
 *
 * @param origin the id of the first post that said it, or of the post itself
 * @param at when it became known
 */
public record Saying(String post, String origin, Instant at, Fingerprint text) {

    /** Nobody is known to have said it before. */
    public static Saying first(String post, Instant at, Fingerprint text) {
        return new Saying(post, post, at, text);
    }

    /** The same, when it turns out who said it first. */
    public Saying after(String first) {
        return new Saying(post, first, at, text);
    }

    /** Whether nobody said it before. */
    public boolean isFirst() {
        return origin.equals(post);
    }
}
