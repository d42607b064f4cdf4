package io.tocsin.analyzer.watch;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text: runs of letters and digits, and every character by itself in scripts without spaces. */
final class PostWords {
    static final char NO_SIGN = 0;

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL, // has spaces, but glues particles to names
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    /** Lucene refuses terms of more than 32 kB; no name comes near. */
    private static final int LONGEST_WORD = 256;

    private static final int LONG_VOWEL = 'ー';
    private static final Pattern OTHER_WIDTH = Pattern.compile("[\uFF00-\uFFEF]+");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private char sign = NO_SIGN;
    private char wordSign = NO_SIGN;
    private int wordStart;

    /**
     * One word.
     *
     * @param sign {@code #} or {@code @} if it stands right before the word
     */
    record Word(String text, char sign, int start, int end) {}

    private PostWords(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        return new PostWords(oneWidth(text)).cut();
    }

    /** Whether a character is a word by itself. */
    static boolean standsAlone(int character) {
        return character == LONG_VOWEL || WITHOUT_SPACES.contains(UnicodeScript.of(character));
    }

    /** Full-width letters become usual ones, half-width kana full ones. Nothing else changes: ™ must not become tm. */
    static String oneWidth(String text) {
        return OTHER_WIDTH
                .matcher(text)
                .replaceAll(run -> quote(Normalizer.normalize(run.group(), Normalizer.Form.NFKC)));
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    private List<Word> cut() {
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int character = text.codePointAt(at);
            next = at + Character.charCount(character);
            take(character, at, next);
        }
        endWord(text.length());
        return words;
    }

    private void take(int character, int start, int end) {
        if (Character.isIdentifierIgnorable(character)) {
            return; // zero-width characters inside a name do not hide it
        }
        if (!isWordPart(character)) {
            endWord(start);
            sign = character == '#' || character == '@' ? (char) character : NO_SIGN;
            return;
        }
        boolean alone = standsAlone(character);
        if (alone || word.length() >= LONGEST_WORD) {
            endWord(start);
        }
        if (word.isEmpty()) {
            wordStart = start;
            wordSign = sign;
            sign = NO_SIGN;
        }
        word.appendCodePoint(character);
        if (alone) {
            endWord(end);
        }
    }

    private void endWord(int end) {
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), wordSign, wordStart, end));
            word.setLength(0);
        }
    }

    private static boolean isWordPart(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
