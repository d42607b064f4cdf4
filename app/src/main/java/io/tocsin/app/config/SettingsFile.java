package io.tocsin.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;

/** The configuration as a person writes it: YAML, described in {@code docs/configuration.md}. */
public final class SettingsFile {
    private static final Mark BEGINNING = new Mark("", 0, 0, 0, new int[0], 0);

    private SettingsFile() {}

    /**
     * Reads and checks a file, with the placeholders of this process's environment.
     *
     * @throws InvalidSettingsException with every problem there is
     */
    public static Settings read(Path file, Purpose purpose) throws InvalidSettingsException {
        return read(file, purpose, System.getenv());
    }

    /** @param environment what placeholders may name */
    static Settings read(Path file, Purpose purpose, Map<String, String> environment) throws InvalidSettingsException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Problems problems = new Problems(file);
        Context context = new Context(problems, new Placeholders(folder, environment), purpose);
        Section root = YamlFile.read(file, problems)
                .map(node -> new Value(node, BEGINNING, "", context).section())
                .orElseGet(() -> Section.empty(BEGINNING, "", context));
        problems.throwIfAny();
        var settings = SettingsReader.read(root, folder, purpose);
        problems.throwIfAny();
        return settings.orElseThrow();
    }
}
