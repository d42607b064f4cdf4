package io.tocsin.analyzer.scorer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words and emoticons of a text. Punctuation is taken off one end of a word, and left where it may be an emoticon or
 * an apostrophe.
 *
 * @param someInCapitals whether some of them are in capitals and some are not, so that capitals stand for a raised voice
 */
record VaderWords(List<String> words, boolean someInCapitals) {
    private static final Pattern SPACE =
            Pattern.compile("[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]");
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
    private static final Set<String> TAKEN_OFF = Set.of(
            ".", "!", "?", ",", ";", ":", "-", "'", "\"", "!!", "!!!", "??", "???", "?!?", "!?!", "?!?!", "!?!?");
    private static final Pattern CAPITALS = Pattern.compile("[^a-z]*[A-Z][^a-z]*");

    VaderWords {
        words = List.copyOf(words);
    }

    static VaderWords of(String text) {
        List<String> words = Arrays.stream(SPACE.split(text))
                .filter(token -> token.length() > 1)
                .map(VaderWords::withoutPunctuation)
                .toList();
        long inCapitals = words.stream().filter(VaderWords::isInCapitals).count();
        return new VaderWords(words, inCapitals > 0 && inCapitals < words.size());
    }

    int size() {
        return words.size();
    }

    /** The word at a place as it is written; empty before the first and after the last. */
    String at(int place) {
        return place >= 0 && place < words.size() ? words.get(place) : "";
    }

    String lowerCaseAt(int place) {
        return at(place).toLowerCase(Locale.ROOT);
    }

    /** Words from one place to another with spaces between. */
    String phrase(int first, int last) {
        return first < 0 || last >= words.size() ? "" : String.join(" ", words.subList(first, last + 1));
    }

    /** Whether a word is said in a raised voice. */
    boolean isLoud(int place) {
        return someInCapitals && isInCapitals(at(place));
    }

    private static boolean isInCapitals(String word) {
        return CAPITALS.matcher(word).matches();
    }

    private static String withoutPunctuation(String token) {
        String bare = PUNCTUATION.matcher(token).replaceAll("");
        if (bare.length() < 2) {
            return token;
        }
        boolean before = token.endsWith(bare) && TAKEN_OFF.contains(token.substring(0, token.length() - bare.length()));
        boolean after = token.startsWith(bare) && TAKEN_OFF.contains(token.substring(bare.length()));
        return before || after ? bare : token;
    }
}
