package io.tocsin.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.logging.LogManager;
import org.elasticsearch.node.Node;

/**
 * Runs one node until standard input ends, which it also does when the parent is killed.
 *
 * <p>Arguments: the engine's home and the data folder. The one line on standard output is for the parent:
 * {@code port N} when the node answers on 127.0.0.1:N, {@code refused} and a sentence for people, or {@code failed} and
 * the error. Everything else goes to {@code logs/engine.log} in the data folder.
 */
public final class EngineMain {
    /** How long a folder may stay locked by an engine whose parent was killed and which is still closing. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private EngineMain() {}

    public static void main(String[] args) {
        PrintStream parent = System.out;
        System.setOut(System.err);
        var closed = closeBeforeExit();
        Path home = Path.of(args[0]);
        Path data = Path.of(args[1]);
        logInto(data.resolve("logs"));
        int status = 1;
        try {
            run(home, data, parent);
            status = 0;
        } catch (FolderInUseException e) {
            parent.println("refused " + e.getMessage());
        } catch (Exception e) {
            LogManager.getLogger(EngineMain.class).error("The node failed", e);
            parent.println("failed " + e.toString().replaceAll("\\s+", " "));
        } finally {
            closed.countDown();
            System.exit(status);
        }
    }

    private static void run(Path home, Path data, PrintStream parent) throws Exception {
        try (var lock = FolderLock.take(data, PATIENCE);
                Node node = SingleNode.start(home, lock.folder())) {
            parent.println("port " + SingleNode.httpPort(node));
            awaitEndOfInput();
        }
    }

    private static void logInto(Path folder) {
        System.setProperty("tocsin.engine.logs", folder.toString());
        LogConfigurator.configureESLogging();
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // What the parent says does not matter, only that it is there.
        }
    }

    /** Ctrl-C reaches the parent and this process alike, but the parent still saves: it decides when the node goes. */
    private static CountDownLatch closeBeforeExit() {
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return closed;
    }
}
