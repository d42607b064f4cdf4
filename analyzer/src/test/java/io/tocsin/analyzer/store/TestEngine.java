package io.tocsin.analyzer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** One embedded engine for all tests of this JVM, with which it ends. */
final class TestEngine {
    /** Where the build lays the engine out. */
    static final Path HOME = Path.of(System.getProperty("tocsin.engine.home"));

    private static final EmbeddedEngine ENGINE = start();

    private TestEngine() {}

    static URI uri() {
        return ENGINE.uri();
    }

    private static EmbeddedEngine start() {
        try {
            return EmbeddedEngine.start(HOME, Files.createTempDirectory(Path.of("target"), "engine"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
