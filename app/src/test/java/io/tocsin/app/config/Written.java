package io.tocsin.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configuration as a test writes it. */
record Written(Path folder, String yaml, Charset charset, Purpose purpose, Map<String, String> environment) {

    static Written in(Path folder, String yaml) {
        return new Written(folder, yaml, StandardCharsets.UTF_8, Purpose.IMPORT, Map.of());
    }

    Written encodedIn(Charset value) {
        return new Written(folder, yaml, value, purpose, environment);
    }

    Written readFor(Purpose value) {
        return new Written(folder, yaml, charset, value, environment);
    }

    Written where(String variable, String value) {
        return new Written(folder, yaml, charset, purpose, Map.of(variable, value));
    }

    Path file() {
        return folder.resolve("tocsin.yaml");
    }

    Settings read() throws InvalidSettingsException {
        try {
            Files.writeString(file(), yaml, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SettingsFile.read(file(), purpose, environment);
    }

    /** Each as {@code line:column: key: message}; empty if it can be used. */
    List<String> problems() {
        try {
            read();
            return List.of();
        } catch (InvalidSettingsException e) {
            return e.problems().stream()
                    .map(problem -> problem.toString().substring((file() + ":").length()))
                    .toList();
        }
    }
}
