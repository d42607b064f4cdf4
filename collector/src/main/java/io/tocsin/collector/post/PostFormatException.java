package io.tocsin.collector.post;

/** Text that is no post in the interchange format. The message says why, without quoting the text. */
public final class PostFormatException extends Exception {
    PostFormatException(String message) {
        super(message);
    }
}
