package io.tocsin.analyzer.disguise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words with some or all of their characters in pinyin: 垃ji, tui款, laji. */
final class HalfPinyin {
    /** Longer words have too many ways to be written, and hardly anybody takes the trouble. */
    private static final int LONGEST = 6;

    /** A word wholly in pinyin; shorter ones may be other words, or of another language. */
    private static final int SHORTEST = 5;

    private HalfPinyin() {}

    /** The words by what may be written for them. */
    static Map<String, String> of(Stream<String> words) {
        Map<String, String> written = new LinkedHashMap<>();
        words.filter(word -> word.length() <= LONGEST).forEach(word -> add(word, Sounds.letters(word), written));
        return written;
    }

    private static void add(String word, List<String> sounds, Map<String, String> written) {
        int all = (1 << word.length()) - 1;
        for (int inPinyin = 1; inPinyin < all; inPinyin++) {
            written.put(written(word, sounds, inPinyin), word);
        }
        String sound = String.join("", sounds);
        if (sound.length() >= SHORTEST) {
            written.put(sound, word);
        }
    }

    /** @param inPinyin a bit for each character */
    private static String written(String word, List<String> sounds, int inPinyin) {
        return IntStream.range(0, word.length())
                .mapToObj(i -> (inPinyin >> i & 1) == 1 ? sounds.get(i) : word.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
