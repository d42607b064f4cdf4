package io.tocsin.collector.post;

/** One line of a file of posts. */
public sealed interface PostLine {

    /** The number of the line in its file, from 1. */
    long number();

    /** A line that holds a post. */
    record Good(long number, Post post) implements PostLine {}

    /**
     * A line that holds none.
     *
     * @param reason continues a sentence that begins with the line, like {@code has no created_at}; quotes no text
     */
    record Bad(long number, String reason) implements PostLine {}
}
