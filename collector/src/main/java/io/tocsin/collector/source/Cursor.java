package io.tocsin.collector.source;

/**
 * How far a source was read, in the words of its connector: opaque to everybody else.
 *
 * <p>It moves on only after the posts up to it are stored, so that a crash reads again instead of losing.
 */
public record Cursor(String value) {

    /** Nothing was read yet. */
    public static final Cursor START = new Cursor("");
}
