package io.tocsin.collector.connect;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;
import org.jsoup.select.Selector.SelectorParseException;

/** A CSS selector that is known to be well formed. */
public record Css(String selector) {

    public Css {
        try {
            Selector.evaluatorOf(selector);
        } catch (SelectorParseException | IllegalArgumentException broken) {
            throw new IllegalArgumentException("'" + selector + "' is no CSS selector: " + broken.getMessage(), broken);
        }
    }

    /**
     * Checks a selector.
     *
     * @throws IllegalArgumentException with a sentence for a person if it is not well formed
     */
    public static Css parse(String selector) {
        return new Css(selector.strip());
    }

    /** All matches inside the element, in the order of the page. */
    public Elements in(Element element) {
        return element.select(selector);
    }

    @Override
    public String toString() {
        return selector;
    }
}
