package io.tocsin.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces <code>${env:NAME}</code>, <code>${env:NAME:-default}</code> and <code>${file:path}</code> in a value, so that
 * secrets need not stand in the file. <code>$${</code> stands for a plain <code>${</code>.
 *
 * @param folder what the paths of files are relative to
 */
record Placeholders(Path folder, Map<String, String> environment) {
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\$\\$\\{|\\$\\{env:(?<name>\\w+)(?::-(?<otherwise>[^}]*))?}|\\$\\{file:(?<path>[^}]+)}|(?<broken>\\$\\{)");

    static boolean in(String text) {
        return text.contains("${");
    }

    /**
     * The value without placeholders.
     *
     * @throws UnresolvedException if this machine lacks a variable or a file
     * @throws IllegalArgumentException if a placeholder is written wrongly
     */
    String resolve(String text) throws UnresolvedException {
        StringBuilder resolved = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value(matcher)));
        }
        return matcher.appendTail(resolved).toString();
    }

    private String value(Matcher match) throws UnresolvedException {
        if (match.group("broken") != null) {
            throw new IllegalArgumentException(
                    "holds a ${ that is no placeholder; write ${env:NAME}, ${env:NAME:-default} or ${file:path},"
                            + " or $${ if it is meant as it stands");
        }
        if (match.group("name") != null) {
            return variable(match.group("name"), Optional.ofNullable(match.group("otherwise")));
        }
        return match.group("path") != null ? content(folder.resolve(match.group("path"))) : "${";
    }

    private String variable(String name, Optional<String> otherwise) throws UnresolvedException {
        String value = environment.getOrDefault(name, "");
        if (!value.isEmpty() || otherwise.isPresent()) {
            return value.isEmpty() ? otherwise.get() : value;
        }
        throw new UnresolvedException("the environment variable " + name + " is not set; set it, or write ${env:" + name
                + ":-default} if there is a value for that case");
    }

    private static String content(Path file) throws UnresolvedException {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new UnresolvedException(
                    "the file " + file + " cannot be read; create it, and let the user Tocsin runs as read it");
        }
    }

    /** This machine does not have what a placeholder names. */
    static final class UnresolvedException extends Exception {
        private final String reason;

        UnresolvedException(String reason) {
            super(reason);
            this.reason = reason;
        }

        /** What is lacking and what to do. */
        String reason() {
            return reason;
        }
    }
}
