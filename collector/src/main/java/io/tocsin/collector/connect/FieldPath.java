package io.tocsin.collector.connect;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One way to a value.
 *
 * @param css where to look; {@code null} for the element itself
 * @param attribute which attribute; {@code null} for the text
 * @param regex whose one group is the value; {@code null} for the whole
 */
public record FieldPath(
        @Nullable Css css,
        @Nullable String attribute,
        @Nullable String regex) {
    private static final Pattern EXPRESSION =
            Pattern.compile("(?<css>.*?)(?:@(?<attribute>[\\w:.-]+))?(?:\\s*\\|\\s+(?<filter>.*))?");
    private static final Pattern FILTER = Pattern.compile("regex\\((?<regex>.*)\\)");

    static FieldPath parse(String expression) {
        Matcher parts = EXPRESSION.matcher(expression.strip());
        if (expression.isBlank() || !parts.matches()) {
            throw new IllegalArgumentException("a selector must not be empty");
        }
        String css = parts.group("css").strip();
        String filter = parts.group("filter");
        return new FieldPath(
                css.isEmpty() ? null : Css.parse(css),
                parts.group("attribute"),
                filter == null ? null : regex(expression, filter));
    }

    Optional<String> in(Element element, Function<Element, String> text) {
        Element found = css == null ? element : css.in(element).first();
        if (found == null) {
            return Optional.empty();
        }
        String value = attribute == null ? text.apply(found) : found.attr(attribute);
        return group(value).map(String::strip).filter(v -> !v.isEmpty());
    }

    private Optional<String> group(String value) {
        if (regex == null) {
            return Optional.of(value);
        }
        Matcher matcher = Pattern.compile(regex).matcher(value);
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    private static String regex(String expression, String filter) {
        Matcher matcher = FILTER.matcher(filter);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + expression + "': after '|' only regex(...) may stand");
        }
        String regex = matcher.group("regex");
        try {
            if (Pattern.compile(regex).matcher("").groupCount() != 1) {
                throw new IllegalArgumentException(
                        "'" + expression + "': the regular expression needs exactly one group in parentheses");
            }
            return regex;
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException(
                    "'" + expression + "': the regular expression is broken: " + broken.getDescription(), broken);
        }
    }

    @Override
    public String toString() {
        return (css == null ? "" : css.selector())
                + (attribute == null ? "" : "@" + attribute)
                + (regex == null ? "" : " | regex(" + regex + ")");
    }
}
