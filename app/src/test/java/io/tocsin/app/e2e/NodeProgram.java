package io.tocsin.app.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program of Node.js with packages of npm, which are installed into {@code target} when it is first needed. It answers
 * each line with a line. It ends with {@link #close}, or when this JVM dies: it stops at the end of what it reads.
 */
final class NodeProgram implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Sources sources;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter words;

    private NodeProgram(Sources sources, Process process) {
        this.sources = sources;
        this.process = process;
        this.answers = process.inputReader();
        this.words = new PrintWriter(process.outputWriter(), true);
    }

    /** Starts it, after installing what it needs. */
    static NodeProgram start(Sources sources, String... arguments) {
        try {
            List<String> words = new ArrayList<>(List.of(sources.script()));
            words.addAll(List.of(arguments));
            ProcessBuilder builder = sources.builder(sources.installed(), Tool.NODE, words.toArray(String[]::new));
            return new NodeProgram(sources, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something, and returns the answer. */
    JsonNode ask(Map<String, Object> line) {
        words.println(JSON.writeValueAsString(line));
        return answer();
    }

    /** What it says next. */
    JsonNode answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("The " + sources.name() + " of the test ended; its last words are in "
                        + sources.log().toAbsolutePath());
            }
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        words.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Where it comes from.
     *
     * @param name of its folder beside the tests, which holds the script, {@code package.json} and its lock file
     * @param script {@code prepare .} is asked of it once, after {@code npm ci}
     */
    record Sources(String name, String script) {
        private static final String READY = "ready";

        Path log() {
            return Path.of("target/" + name + ".log");
        }

        Path installed() throws IOException {
            Path home = Path.of("target/" + name + "-" + fingerprint());
            if (!Files.exists(home.resolve(READY))) {
                Files.createDirectories(home);
                for (String file : files()) {
                    Files.copy(folder().resolve(file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
                run(home, Tool.NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
                run(home, Tool.NODE, script, "prepare", ".");
                Files.createFile(home.resolve(READY));
            }
            return home;
        }

        ProcessBuilder builder(Path home, Tool tool, String... arguments) {
            List<String> command = new ArrayList<>(List.of(tool.path().toString()));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        }

        private void run(Path home, Tool tool, String... arguments) throws IOException {
            Process process = builder(home, tool, arguments)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            try {
                if (process.waitFor() != 0) {
                    throw new AssertionError("The %s of the test could not be installed by '%s %s'; the reason is in %s"
                            .formatted(name, tool.path(), String.join(" ", arguments), log().toAbsolutePath()));
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }

        /** Of everything that decides what is installed. */
        private String fingerprint() throws IOException {
            CRC32 sum = new CRC32();
            for (String file : files()) {
                sum.update(Files.readAllBytes(folder().resolve(file)));
            }
            return Long.toHexString(sum.getValue());
        }

        private List<String> files() {
            return List.of("package.json", "package-lock.json", script);
        }

        private Path folder() {
            return Path.of("src/test", name);
        }
    }
}
