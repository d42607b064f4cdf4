package io.tocsin.analyzer.disguise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Words with some or all of their characters in pinyin: 垃ji, tui款, laji. */
final class HalfPinyin {
    /** Of longer words only one character, or all, are expected in pinyin. */
    private static final int ANY_OF = 4;

    /** A word wholly in pinyin; shorter ones may be other words, or of another language. */
    private static final int SHORTEST = 5;

    private HalfPinyin() {}

    /** The words by what may be written for them. */
    static Map<String, String> of(Stream<String> words) {
        Map<String, String> written = new LinkedHashMap<>();
        words.forEach(word -> add(word, Sounds.letters(word), written));
        return written;
    }

    private static void add(String word, List<String> sounds, Map<String, String> written) {
        int all = (1 << word.length()) - 1;
        for (int inPinyin = 1; inPinyin <= all; inPinyin++) {
            String writing = written(word, sounds, inPinyin);
            boolean expected = inPinyin == all
                    ? writing.length() >= SHORTEST
                    : word.length() <= ANY_OF || Integer.bitCount(inPinyin) == 1;
            if (expected) {
                written.put(writing, word);
            }
        }
    }

    private static String written(String word, List<String> sounds, int inPinyin) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            boolean sound = (inPinyin >> i & 1) == 1;
            written.append(sound ? sounds.get(i) : word.substring(i, i + 1));
        }
        return written.toString();
    }
}
