package io.tocsin.app.config;

import io.tocsin.app.config.Placeholders.UnresolvedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What stands behind a key, with its place in the file.
 *
 * @param place where a person looks for it: a section or list is looked for at its key
 * @param path the way to it, like {@code sources[1].list.item}
 */
record Value(Node node, Mark place, String path, Context context) {
    private static final int SHOWN = 80;

    /** What stands behind a key. */
    static Value of(NodeTuple entry, String path, Context context) {
        Node node = entry.getValueNode();
        Node looked = node instanceof ScalarNode ? node : entry.getKeyNode();
        return new Value(node, looked.getStartMark(), path, context);
    }

    /** The value, its type's stand-in if that is a problem, or nothing if it is empty. */
    <T> Optional<T> read(Type<T> type) {
        if (!(node instanceof ScalarNode scalar)) {
            problem("must be a single value, not " + kind());
            return Optional.of(type.standIn());
        }
        try {
            String text = context.placeholders().resolve(plain(scalar));
            return text.isBlank() ? Optional.empty() : Optional.of(type.read(text));
        } catch (UnresolvedException e) {
            if (context.purpose().uses(firstKey())) {
                problem(e.reason());
            }
        } catch (IllegalArgumentException e) {
            problem(shown(scalar, type) + " " + e.getMessage());
        }
        return Optional.of(type.standIn());
    }

    /** The items of a list; a value that is none is a list of one. */
    List<Value> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return isEmpty() ? List.of() : List.of(this);
        }
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Value(item, item.getStartMark(), path + "[" + items.size() + "]", context));
        }
        return items;
    }

    Section section() {
        if (node instanceof MappingNode mapping) {
            return new Section(mapping, place, path, context);
        }
        problem("must be a section of keys, not " + kind());
        return Section.missing(place, path, context);
    }

    boolean isEmpty() {
        return node.getTag().equals(Tag.NULL);
    }

    void problem(String message) {
        context.problems().add(place, path, message);
    }

    private String firstKey() {
        return path.split("[.\\[]", 2)[0];
    }

    /** The text, where the parser left it as it stands. */
    private static String plain(ScalarNode scalar) {
        if (scalar.getTag().startsWith("!")) {
            throw new IllegalArgumentException("begins with an exclamation mark; put it into quotes");
        }
        return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
    }

    private static String shown(ScalarNode scalar, Type<?> type) {
        String text = scalar.getValue();
        if (!type.shown() || scalar.getTag().startsWith("!")) {
            return "the value";
        }
        return '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + '"';
    }

    private String kind() {
        return switch (node) {
            case MappingNode mapping -> "a section of keys";
            case SequenceNode sequence -> "a list";
            default -> "a single value";
        };
    }
}
