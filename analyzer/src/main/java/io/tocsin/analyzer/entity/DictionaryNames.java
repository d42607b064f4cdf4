package io.tocsin.analyzer.entity;

import io.tocsin.analyzer.text.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that a dictionary holds. */
final class DictionaryNames implements Finder {
    private final Terms<Entity> names;

    DictionaryNames(Dictionary dictionary) {
        Map<String, Entity> spellings = new LinkedHashMap<>();
        dictionary.names().forEach(name -> spellings.put(name.text(), name));
        names = new Terms<>(spellings);
    }

    @Override
    public List<Mention> find(String text) {
        return names.find(text).stream()
                .map(found -> new Mention(found.begin(), found.end(), named(found, text)))
                .toList();
    }

    private static Entity named(Terms.Match<Entity> found, String text) {
        return new Entity(
                found.value().kind(),
                text.substring(found.begin(), found.end()),
                found.value().name());
    }
}
