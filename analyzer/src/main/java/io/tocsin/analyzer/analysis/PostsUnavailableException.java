package io.tocsin.analyzer.analysis;

import org.jspecify.annotations.Nullable;

/** The store of posts does not answer, or refused what was saved. */
public final class PostsUnavailableException extends RuntimeException {

    public PostsUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
