package io.tocsin.analyzer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the embedded engine writes down.
 *
 * @param file the node's log
 * @param errors what its Java machine says when it cannot even begin, of the last start only
 */
record EngineLog(Path file, Path errors) {
    private static final int LAST = 12;

    static EngineLog in(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("logs"));
        return new EngineLog(folder.resolve("engine.log"), folder.resolve("engine.err"));
    }

    /** A message for people that tells the reason, the last lines of the log, and where the log is. */
    String explain(String reason) {
        return "The embedded Elasticsearch does not run: " + reason + ". Its log is " + file + "; the last lines are\n"
                + lastLines(errors) + lastLines(file);
    }

    private static String lastLines(Path path) {
        List<String> lines = read(path);
        return lines.subList(Math.max(0, lines.size() - LAST), lines.size()).stream()
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> read(Path path) {
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            return List.of("(" + path + " cannot be read: " + e + ")");
        }
    }
}
