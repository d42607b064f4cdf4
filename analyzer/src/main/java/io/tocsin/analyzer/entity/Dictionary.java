package io.tocsin.analyzer.entity;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a user knows about names and slang that no model does. {@code docs/analysis.md} describes its file.
 *
 * @param names every spelling with its kind and canonical name
 * @param spoken the spellings that are meant, too, where characters stand that sound the same
 * @param slang how something is written, and the plain words it means
 */
public record Dictionary(List<Entity> names, Set<String> spoken, Map<String, String> slang) {
    private static final Pattern CHINESE_WORD = Pattern.compile("[\\u4e00-\\u9fff]{2,}");

    /** Knows nothing. */
    public static final Dictionary EMPTY = new Dictionary(List.of(), Set.of(), Map.of());

    public Dictionary {
        names = List.copyOf(names);
        spoken = Set.copyOf(spoken);
        slang = Map.copyOf(slang);
        if (!spoken.stream().allMatch(Dictionary::canBeSpoken)) {
            throw new IllegalArgumentException("homophones are known of Chinese characters only");
        }
    }

    /**
     * Reads a dictionary file.
     *
     * @throws DictionaryException if it cannot be read or has a line that cannot be used; the message names file and
     *     line of every problem
     */
    public static Dictionary read(Path file) {
        return DictionaryFile.read(file);
    }

    /** The Chinese slang, abbreviations and misspellings that come with Tocsin. */
    public static Dictionary ofChineseSlang() {
        return DictionaryFile.resource("slang-zh.txt");
    }

    /** Whether it is known how a spelling sounds: it is two or more Chinese characters and nothing else. */
    static boolean canBeSpoken(String spelling) {
        return CHINESE_WORD.matcher(spelling).matches();
    }

    /** This and the other together; where both know a spelling, the other's word counts. */
    public Dictionary and(Dictionary other) {
        Map<String, Entity> allNames = new LinkedHashMap<>();
        Stream.of(names, other.names).flatMap(List::stream).forEach(name -> allNames.put(name.text(), name));
        Set<String> allSpoken = new LinkedHashSet<>(spoken);
        allSpoken.addAll(other.spoken);
        Map<String, String> allSlang = new LinkedHashMap<>(slang);
        allSlang.putAll(other.slang);
        return new Dictionary(List.copyOf(allNames.values()), allSpoken, allSlang);
    }
}
