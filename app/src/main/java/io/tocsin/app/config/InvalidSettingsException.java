package io.tocsin.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Tells every problem at once. */
public final class InvalidSettingsException extends Exception {
    private final transient List<SettingsProblem> problems;

    InvalidSettingsException(List<SettingsProblem> problems) {
        super(problems.stream().map(SettingsProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** All problems by line; never empty. */
    public List<SettingsProblem> problems() {
        return problems;
    }
}
