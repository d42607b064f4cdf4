package io.tocsin.app.config;

import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Why a text is not YAML, for a person who does not know the words of the YAML specification.
 *
 * <p>The parser's own messages are not passed on: they quote the text, which may be a password without its quotes.
 */
record YamlError(Mark place, String message) {

    static YamlError of(MarkedYAMLException error) {
        String problem = error.getProblem();
        Mark here = error.getProblemMark();
        Mark opened = Objects.requireNonNullElse(error.getContextMark(), here);
        if (problem.contains("'\\t(TAB)'")) {
            return new YamlError(here, "a tab stands here; use spaces");
        }
        if (problem.startsWith("found unexpected end of stream")) {
            return new YamlError(opened, "the quote that opens here is never closed; add the closing quote");
        }
        if (problem.startsWith("expected ',' or")) {
            return new YamlError(
                    opened, "the bracket that opens here is not closed, or a comma is missing; add what is missing");
        }
        return new YamlError(here, explain(problem));
    }

    private static String explain(String problem) {
        if (problem.startsWith("mapping values are not allowed")) {
            return "a key and its colon cannot stand here; put a value that holds \": \" into quotes,"
                    + " and give keys of one section the same indentation";
        }
        if (problem.startsWith("found unknown escape character")) {
            return "inside double quotes a backslash is written twice; write \\\\ or use single quotes";
        }
        if (problem.startsWith("could not find expected ':'")) {
            return "the line before this one is neither \"key: value\" nor \"- item\"; add what is missing";
        }
        if (problem.contains("that cannot start any token") || problem.startsWith("found undefined")) {
            return "a value cannot begin with this character; put the value into quotes";
        }
        if (problem.startsWith("but found another document")) {
            return "a second document begins here; keep one, without a line of ---";
        }
        return "this is not YAML; check the indentation, quotes and brackets here and in the line before";
    }
}
