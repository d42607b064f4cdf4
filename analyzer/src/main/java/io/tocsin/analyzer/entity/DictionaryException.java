package io.tocsin.analyzer.entity;

import java.util.List;

/** A dictionary file cannot be used. The message has one line for each problem. */
public final class DictionaryException extends IllegalArgumentException {
    private static final int TOLD = 20;
    private final transient List<String> problems;

    DictionaryException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem: file, line, what is wrong and what to do about it. */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        String told = String.join(System.lineSeparator(), problems.subList(0, Math.min(TOLD, problems.size())));
        return problems.size() <= TOLD
                ? told
                : told + System.lineSeparator() + "and " + (problems.size() - TOLD) + " more";
    }
}
