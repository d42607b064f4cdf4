package io.tocsin.analyzer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Elasticsearch node on loopback, in a process of its own because its libraries and its log must not meet ours.
 *
 * <p>The process ends when its standard input does, so it never outlives this one, however this one ends. Who can open
 * a connection to 127.0.0.1 can read and change what it keeps.
 */
public final class EmbeddedEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);
    private static final String MAIN = "io.tocsin.engine.EngineMain";
    private static final String HEAP = "-Xmx512m";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final EngineLog log;
    private final URI uri;
    private volatile boolean closing;

    private EmbeddedEngine(Process process, EngineLog log) throws IOException {
        this.process = process;
        this.log = log;
        this.uri = URI.create("http://127.0.0.1:" + awaitPort());
    }

    /**
     * Starts the engine and waits until it answers.
     *
     * @param engineHome the folder that the build laid out, with {@code lib} and {@code modules}
     * @param dataFolder what it keeps; made where it is missing
     * @throws EngineException if it does not start
     */
    public static EmbeddedEngine start(Path engineHome, Path dataFolder) {
        Path lib = engineHome.toAbsolutePath().resolve("lib");
        if (!Files.isDirectory(lib)) {
            throw new EngineException(
                    "There is no embedded Elasticsearch in " + engineHome + ". Build Tocsin with 'mvn package', or name"
                            + " an Elasticsearch of your own as elasticsearch.url in the configuration.",
                    null);
        }
        Path data = dataFolder.toAbsolutePath();
        try {
            EngineLog log = EngineLog.in(data);
            Process process = new ProcessBuilder(command(lib, data))
                    .directory(data.toFile())
                    .redirectError(log.errors().toFile())
                    .start();
            var engine = new EmbeddedEngine(process, log);
            Thread.startVirtualThread(engine::reportEarlyEnd);
            return engine;
        } catch (IOException e) {
            throw new EngineException("The embedded Elasticsearch cannot be started in " + data + ": " + e, e);
        }
    }

    /** Where it answers. */
    public URI uri() {
        return uri;
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    /** Lets it save and end. */
    @Override
    public void close() {
        closing = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn(
                        "The embedded Elasticsearch did not end within {} and is stopped; see {}",
                        PATIENCE,
                        log.file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(Path lib, Path data) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                // Measured: starts in two thirds of the time, and indexes as fast on a small machine.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                lib.resolve("*").toString(),
                MAIN,
                lib.resolveSibling("").toString(),
                data.toString());
    }

    private String awaitPort() throws IOException {
        var reports = process.inputReader();
        for (String line = reports.readLine(); line != null; line = reports.readLine()) {
            if (line.startsWith("port ")) {
                return line.substring("port ".length());
            }
            if (line.startsWith("refused ")) {
                throw new EngineException(line.substring("refused ".length()), null);
            }
            if (line.startsWith("failed ")) {
                throw new EngineException(log.explain(line.substring("failed ".length())), null);
            }
        }
        throw new EngineException(log.explain("its process ended"), null);
    }

    private void reportEarlyEnd() {
        process.onExit().join();
        if (!closing) {
            LOG.error(log.explain("its process ended with status " + process.exitValue()));
        }
    }
}
