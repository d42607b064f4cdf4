package io.tocsin.collector.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * How one value is found inside an element: alternatives, tried in order until one gives a value that is not blank.
 *
 * <p>An alternative is a CSS selector, with an optional attribute and an optional regular expression with one group:
 * <pre>
 *   a.xst                            the text of the first match
 *   a.xst@href                       its attribute
 *   &#64;id | regex(post_(\d+))          the group, in the element's own attribute
 * </pre>
 */
public record Field(List<FieldPath> alternatives) {

    public Field {
        alternatives = List.copyOf(alternatives);
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a field needs at least one selector");
        }
    }

    /**
     * Reads the notation above.
     *
     * @throws IllegalArgumentException with a sentence for a person if an expression is broken
     */
    public static Field parse(String... expressions) {
        return parse(List.of(expressions));
    }

    /**
     * Reads the notation above.
     *
     * @throws IllegalArgumentException with a sentence for a person if an expression is broken
     */
    public static Field parse(List<String> expressions) {
        return new Field(expressions.stream().map(FieldPath::parse).toList());
    }

    /** The value in one line. */
    public Optional<String> in(Element element) {
        return in(element, Element::text);
    }

    /**
     * The value as the given function sees it.
     *
     * @param text how the words of an element become a string, where no attribute is asked for
     */
    public Optional<String> in(Element element, Function<Element, String> text) {
        return alternatives.stream()
                .flatMap(path -> path.in(element, text).stream())
                .findFirst();
    }

    @Override
    public String toString() {
        return alternatives.stream().map(FieldPath::toString).collect(Collectors.joining(", or "));
    }
}
