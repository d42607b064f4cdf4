package io.tocsin.collector.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source could not be read. */
public final class SourceException extends Exception {
    private final Problem problem;
    private final @Nullable Duration retryAfter;

    public SourceException(Problem.Kind kind, String message) {
        this(kind, message, null, null);
    }

    /**
     * @param retryAfter how long the server asked to be left alone
     * @param cause for the log
     */
    public SourceException(
            Problem.Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = new Problem(kind, message);
        this.retryAfter = retryAfter;
    }

    public Problem problem() {
        return problem;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
