package io.tocsin.app.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tocsin as people start it: by the launcher, in a process of its own. */
final class Product implements AutoCloseable {
    private static final String LAUNCHER =
            Path.of("../tocsin").toAbsolutePath().normalize().toString();

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Product(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("output of tocsin").start(this::read);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts {@code ./tocsin} with these arguments. */
    static Product start(String... arguments) {
        return startIn(Path.of(""), arguments);
    }

    /** The same from within a folder. */
    static Product startIn(Path folder, String... arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(LAUNCHER)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true);
            builder.command().addAll(List.of(arguments));
            return new Product(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts {@code ./tocsin run} and waits until it says that it is up. */
    static Product run(Path config) {
        Product product = start("run", "--config", config.toString());
        try {
            product.awaitLine("Tocsin is up: .*");
            return product;
        } catch (RuntimeException | AssertionError e) {
            product.close();
            throw e;
        }
    }

    /** A port of loopback that was free just now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line of its output that contains the pattern, as soon as there is one. */
    MatchResult awaitLine(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        Await.until("a line with " + pattern, () -> said(wanted) || !reader.isAlive());
        return output.stream()
                .flatMap(line -> wanted.matcher(line).results())
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "Tocsin ended without saying '%s', but:%n%s".formatted(pattern, String.join("\n", output))));
    }

    /** The password that the first start shows. */
    String firstPassword() {
        return awaitLine("user admin, password (\\S+)").group(1);
    }

    /** Everything it has said so far. */
    List<String> output() {
        return List.copyOf(output);
    }

    /** Waits for its end and returns its exit code. */
    int await() {
        Await.until("the end of tocsin", () -> !process.isAlive() && !reader.isAlive());
        return process.exitValue();
    }

    /** Lets it run on for so long; says whether it ended by itself. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as {@code kill} does, and returns its exit code. */
    int terminate() {
        process.destroy();
        return await();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }

    private boolean said(Pattern wanted) {
        return output.stream().anyMatch(line -> wanted.matcher(line).find());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(output::add);
        } catch (UncheckedIOException | IOException e) {
            output.add("(the output broke off: " + e.getMessage() + ")");
        }
    }

    /** Processes of this machine whose command line names the folder: what a killed Tocsin must not leave behind. */
    static List<String> processesAt(Path folder) {
        return ProcessHandle.allProcesses()
                .map(handle -> commandLine(handle.pid()))
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    /** From /proc where there is one: {@link ProcessHandle.Info} cuts long lines. Empty for a process that has ended. */
    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
        } catch (IOException gone) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().commandLine())
                    .orElse("");
        }
    }
}
