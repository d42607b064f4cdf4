package io.tocsin.app.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A part of the configuration with keys.
 *
 * <p>What its text does not give becomes a problem, and reading goes on with a stand-in, so that all problems are found
 * at once; {@link #build} then makes nothing of it.
 */
final class Section {
    private final Mark place;
    private final String path;
    private final Context context;
    private final boolean missing;
    private final Map<String, Mark> places = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Section(Mark place, String path, Context context, boolean missing) {
        this.place = place;
        this.path = path;
        this.context = context;
        this.missing = missing;
    }

    Section(MappingNode mapping, Mark place, String path, Context context) {
        this(place, path, context, false);
        Entries entries = Entries.of(mapping);
        entries.own().forEach(this::add);
        entries.takenOver().forEach(this::addIfAbsent);
        entries.broken().forEach(this::reportMerge);
    }

    /** One without any key. */
    static Section empty(Mark place, String path, Context context) {
        return new Section(place, path, context, false);
    }

    /** One whose absence was reported already: what is not in it is not reported again. */
    static Section missing(Mark place, String path, Context context) {
        return new Section(place, path, context, true);
    }

    private void add(NodeTuple entry) {
        Mark at = entry.getKeyNode().getStartMark();
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            context.problems().add(at, path, "a key must be plain text; write \"key: value\"");
            return;
        }
        Mark first = places.get(key.getValue());
        if (first == null) {
            places.put(key.getValue(), at);
            values.put(key.getValue(), Value.of(entry, pathTo(key.getValue()), context));
        } else {
            String message = "stands here twice, first in line " + (first.getLine() + 1) + "; keep one";
            context.problems().add(at, pathTo(key.getValue()), message);
        }
    }

    private void addIfAbsent(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key && values.containsKey(key.getValue()))) {
            add(entry);
        }
    }

    private void reportMerge(Node node) {
        context.problems()
                .add(
                        node.getStartMark(),
                        pathTo("<<"),
                        "takes over the keys of another section; write \"<<: *name\" where that section is marked with"
                                + " \"&name\"");
    }

    /** Whether the key is there, with or without a value. */
    boolean mentions(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /** Whether there is nothing behind the key, not even an empty list's first item. */
    boolean isEmpty(String key) {
        return items(key).isEmpty();
    }

    /** Whether there is a value, even a wrong one. */
    boolean has(String key) {
        return value(key).isPresent();
    }

    private Optional<Value> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    <T> Optional<T> optional(String key, Type<T> type) {
        return value(key).flatMap(value -> value.read(type));
    }

    <T> T required(String key, Type<T> type) {
        return optional(key, type).orElseGet(() -> {
            miss(key, type.example());
            return type.standIn();
        });
    }

    /** The items of a list, or the one value that stands instead of a list. */
    <T> List<T> list(String key, Type<T> type) {
        return items(key).stream().flatMap(item -> item.read(type).stream()).toList();
    }

    /** A list that must not be empty. */
    <T> List<T> requiredList(String key, Type<T> type) {
        List<T> list = list(key, type);
        if (list.isEmpty()) {
            miss(key, "[" + type.example() + "]");
        }
        return list;
    }

    /** A section that may be left out. */
    Section section(String key) {
        return value(key).map(Value::section).orElseGet(() -> empty(place, pathTo(key), context));
    }

    Section requiredSection(String key) {
        return value(key).map(Value::section).orElseGet(() -> {
            report(key, "is missing; add this section");
            return missing(place, pathTo(key), context);
        });
    }

    List<Section> sections(String key) {
        return items(key).stream().map(Value::section).toList();
    }

    /** Sections that each have a {@code name} of their own. */
    List<Section> namedSections(String key) {
        List<Section> sections = sections(key);
        Map<String, Section> byName = new HashMap<>();
        for (Section section : sections) {
            section.optional("name", Types.NAME)
                    .filter(name -> section.isSound("name"))
                    .ifPresent(name -> section.claim(name, byName));
        }
        return sections;
    }

    /** What {@code kind:} says; nothing if that is a problem: then nobody knows which keys belong here. */
    Optional<String> kind(List<String> kinds) {
        String kind = required("kind", Types.choice(kinds, Function.identity()));
        return isSound("kind") ? Optional.of(kind) : Optional.empty();
    }

    /**
     * Ends the reading of this section, and makes its value if there was no problem in it.
     *
     * @param maker may refuse with an {@link IllegalArgumentException} that says why
     */
    <T> Optional<T> build(Supplier<T> maker) {
        end();
        return ifSound(maker);
    }

    /** Reports the keys that nobody asked for. */
    void end() {
        places.forEach((key, at) -> {
            if (!known.contains(key)) {
                String message = "is not a key of this section; "
                        + Suggestion.among(known).instead(key);
                context.problems().add(at, pathTo(key), message);
            }
        });
    }

    /** A value made of what this section and those in it say, if there was no problem so far. */
    <T> Optional<T> ifSound(Supplier<T> maker) {
        if (!isSound()) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            context.problems().add(place, path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A problem with the value of a key, or with its absence. */
    void report(String key, String message) {
        if (missing) {
            return;
        }
        Value value = values.get(key);
        Mark at = value == null ? place : value.place();
        context.problems().add(at, pathTo(key), message);
    }

    private void claim(String name, Map<String, Section> byName) {
        Section earlier = byName.putIfAbsent(name, this);
        if (earlier != null) {
            report("name", "\"" + name + "\" is also the name of " + earlier.path + "; choose another");
        }
    }

    private boolean isSound() {
        return !missing && !context.problems().anyUnder(path);
    }

    private boolean isSound(String key) {
        return !missing && !context.problems().anyUnder(pathTo(key));
    }

    private void miss(String key, String example) {
        String what = values.containsKey(key) ? "is empty; give it a value" : "is missing; add it";
        report(key, what + ", like \"" + key + ": " + example + "\"");
    }

    private List<Value> items(String key) {
        return value(key).map(Value::items).orElseGet(List::of);
    }

    private String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
