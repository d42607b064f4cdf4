package io.tocsin.analyzer.store;

import org.jspecify.annotations.Nullable;

/** The embedded engine does not run. The message is for people and says what to do. */
public final class EngineException extends RuntimeException {

    EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
