package io.tocsin.analyzer.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a dictionary file: {@code term, kind, name, aliases, homophones}, the last three optional.
 *
 * @param spellings the term and its aliases
 * @param kind null if it is slang
 * @param name the canonical name, or what the slang means
 * @param spoken whether what sounds the same is meant too
 */
record DictionaryLine(List<String> spellings, Entity.@Nullable Kind kind, String name, boolean spoken) {
    static final int LONGEST = 60;

    private static final Set<String> SLANG = Set.of("slang", "俗语");
    private static final Map<String, Entity.Kind> KINDS = Map.ofEntries(
            Map.entry("product", Entity.Kind.PRODUCT),
            Map.entry("产品", Entity.Kind.PRODUCT),
            Map.entry("place", Entity.Kind.PLACE),
            Map.entry("地点", Entity.Kind.PLACE),
            Map.entry("organisation", Entity.Kind.ORGANISATION),
            Map.entry("organization", Entity.Kind.ORGANISATION),
            Map.entry("机构", Entity.Kind.ORGANISATION),
            Map.entry("person", Entity.Kind.PERSON),
            Map.entry("人物", Entity.Kind.PERSON));
    private static final List<String> HOMOPHONES = List.of("homophones", "同音");
    private static final Pattern ALIASES = Pattern.compile("\\s*[,，、]\\s*");

    /** @throws IllegalArgumentException with a message for the person who wrote the line */
    static DictionaryLine read(String line) {
        List<String> fields = Arrays.stream(line.split(line.contains("\t") ? "\t" : "=", -1))
                .map(String::strip)
                .toList();
        require(fields.size() > 1, "has no kind; write term = kind = name = aliases, with = or a tab between");
        require(fields.size() <= 5, "has more than five fields: term, kind, name, aliases, homophones");
        String term = fields.getFirst();
        Entity.Kind kind = kind(fields.get(1));
        String name = field(fields, 2);
        require(kind != null || !name.isEmpty(), "says no plain words for the slang; write term = slang = plain words");
        List<String> spellings = spellings(term, field(fields, 3));
        return new DictionaryLine(spellings, kind, name.isEmpty() ? term : name, spoken(spellings, field(fields, 4)));
    }

    private static String field(List<String> fields, int place) {
        return place < fields.size() ? fields.get(place) : "";
    }

    private static Entity.@Nullable Kind kind(String word) {
        Entity.Kind kind = KINDS.get(word.toLowerCase(Locale.ROOT));
        require(
                kind != null || SLANG.contains(word.toLowerCase(Locale.ROOT)),
                "\"" + word + "\" is no kind; known are product, place, organisation, person, slang");
        return kind;
    }

    private static List<String> spellings(String term, String aliases) {
        requireSpelling(term);
        List<String> others =
                ALIASES.splitAsStream(aliases).filter(alias -> !alias.isEmpty()).toList();
        others.forEach(DictionaryLine::requireSpelling);
        return Stream.concat(Stream.of(term), others.stream()).distinct().toList();
    }

    private static void requireSpelling(String spelling) {
        long letters = spelling.codePoints().filter(Character::isLetterOrDigit).count();
        require(
                letters > 1,
                "\"" + spelling + "\" is too short, it would be found everywhere; write two letters or more");
        require(spelling.length() <= LONGEST, "a term or alias is longer than " + LONGEST + " characters");
    }

    private static boolean spoken(List<String> spellings, String word) {
        boolean spoken = HOMOPHONES.contains(word.toLowerCase(Locale.ROOT));
        require(spoken || word.isEmpty(), "\"" + word + "\" is not known; the fifth field is \"homophones\" or empty");
        require(
                !spoken || spellings.stream().anyMatch(Dictionary::canBeSpoken),
                "has homophones, but no spelling of two or more Chinese characters only");
        return spoken;
    }

    private static void require(boolean fulfilled, String problem) {
        if (!fulfilled) {
            throw new IllegalArgumentException(problem);
        }
    }
}
