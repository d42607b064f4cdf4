package io.tocsin.app.config;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param line from 1
 * @param column from 1
 * @param key the way to the value, like {@code sources[1].list.item}; empty where the file as a whole is meant
 * @param message what is wrong and what to do next, without any secret
 */
public record SettingsProblem(Path file, int line, int column, String key, String message) {

    static final Comparator<SettingsProblem> BY_PLACE =
            Comparator.comparingInt(SettingsProblem::line).thenComparingInt(SettingsProblem::column);

    /** One line for a person, in the form editors and terminals can jump to. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
