package io.tocsin.collector.clean;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Turns HTML into text as people see it. */
public final class TextCleaner {
    /** A longer text is cut here: more than any post that a person wrote. */
    public static final int LIMIT = 100_000;

    /** Not shown, or put between the words to spoil copies of a page. */
    private static final String UNSEEN = "script, style, noscript, template, [hidden],"
            + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden], [style~=(?i)font-size\\s*:\\s*0]";

    private static final String ZERO_WIDTH =
            "[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\u00AD]";

    private TextCleaner() {}

    /** The text of a piece of HTML. */
    public static String ofHtml(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** The text of an element, paragraphs and line breaks as lines; the element stays as it is. */
    public static String of(Element element) {
        Element seen = element.clone();
        seen.select(UNSEEN).forEach(Node::remove);
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(new Writer(text), seen);
        return tidy(text.toString());
    }

    /** Text without invisible characters, needless spaces and empty lines. */
    public static String tidy(String text) {
        return cut(text.strip())
                .replaceAll(ZERO_WIDTH, "")
                .lines()
                .map(line -> line.replaceAll("[\\s\\u00A0\\u3000]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        if (text.length() <= LIMIT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT);
    }

    private record Writer(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' '));
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        private void begin(Element element) {
            if (element.isBlock() || element.normalName().equals("br")) {
                text.append('\n');
            } else if (element.normalName().equals("img")) {
                text.append(element.attr("alt"));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                text.append('\n');
            }
        }
    }
}
