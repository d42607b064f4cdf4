package io.tocsin.analyzer.text;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds many terms in one pass over a text (Aho and Corasick, Efficient String Matching, CACM 1975).
 *
 * <p>Letter case does not matter. A term that begins or ends with a letter or digit of a script with spaces is not found
 * inside a longer word. Instances are immutable and know of no other instance.
 *
 * @param <V> what is known about a term
 */
public final class Terms<V> {
    private final AhoCorasickDoubleArrayTrie<V> automaton = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;

    /**
     * A term found.
     *
     * @param begin index of its first character in the text
     * @param end index after its last character
     */
    public record Match<V>(int begin, int end, V value) {}

    /** @param values by term; of two terms that differ in letter case only, one is found */
    public Terms(Map<String, V> values) {
        TreeMap<String, V> folded = new TreeMap<>();
        values.forEach((term, value) -> folded.put(String.valueOf(fold(term)), value));
        folded.remove("");
        empty = folded.isEmpty();
        if (!empty) {
            automaton.build(folded);
        }
    }

    /** The terms in the order in which they stand; of those that overlap the leftmost, and the longest that begins there. */
    public List<Match<V>> find(String text) {
        if (empty) {
            return List.of();
        }
        List<Match<V>> hits = new ArrayList<>();
        automaton.parseText(fold(text), (begin, end, value) -> {
            if (standsAlone(begin, end, text)) {
                hits.add(new Match<>(begin, end, value));
            }
        });
        return hits.size() < 2 ? hits : withoutOverlap(hits);
    }

    private static <V> List<Match<V>> withoutOverlap(List<Match<V>> hits) {
        hits.sort(Comparator.<Match<V>>comparingInt(Match::begin).thenComparing(Match::end, Comparator.reverseOrder()));
        List<Match<V>> kept = new ArrayList<>();
        int free = 0;
        for (Match<V> hit : hits) {
            if (hit.begin >= free) {
                kept.add(hit);
                free = hit.end;
            }
        }
        return kept;
    }

    private static boolean standsAlone(int begin, int end, String text) {
        boolean goesOnBefore = begin > 0 && spaced(text.charAt(begin - 1)) && spaced(text.charAt(begin));
        boolean goesOnAfter = end < text.length() && spaced(text.charAt(end - 1)) && spaced(text.charAt(end));
        return !goesOnBefore && !goesOnAfter;
    }

    /** Whether it is a letter or digit of those with which words are written between spaces. */
    private static boolean spaced(char letter) {
        return switch (UnicodeScript.of(letter)) {
            case LATIN, GREEK, CYRILLIC -> true;
            default -> Character.isDigit(letter);
        };
    }

    /** Lower case that is as long as the text, unlike {@link String#toLowerCase()}. */
    private static char[] fold(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return letters;
    }
}
