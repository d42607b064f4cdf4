package io.tocsin.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** The problems found in one file so far. */
final class Problems {
    private final Path file;
    private final List<SettingsProblem> found = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(Mark place, String key, String message) {
        add(place.getLine() + 1, place.getColumn() + 1, key, message);
    }

    void add(int line, int column, String key, String message) {
        found.add(new SettingsProblem(file, line, column, key, message));
    }

    /** Whether there is a problem with this section or with anything in it. */
    boolean anyUnder(String path) {
        return found.stream().map(SettingsProblem::key).anyMatch(key -> isUnder(key, path));
    }

    private static boolean isUnder(String key, String path) {
        return path.isEmpty() || key.equals(path) || key.startsWith(path + ".") || key.startsWith(path + "[");
    }

    void throwIfAny() throws InvalidSettingsException {
        if (!found.isEmpty()) {
            throw new InvalidSettingsException(
                    found.stream().distinct().sorted(SettingsProblem.BY_PLACE).toList());
        }
    }
}
