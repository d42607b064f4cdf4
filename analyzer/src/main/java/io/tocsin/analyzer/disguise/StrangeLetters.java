package io.tocsin.analyzer.disguise;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters that look like others, or are not seen, or run backwards.
 *
 * <p>Invisible characters stay where they belong: in emoji, and in scripts that need them to join letters.
 */
final class StrangeLetters implements Disguise {
    private static final int LONGEST_GAP = 50;
    private static final char RIGHT_TO_LEFT = '\u202E';
    private static final Pattern BACKWARDS = Pattern.compile("\u202E([^\u202A-\u202E\n]{1,200})\u202C?");
    private static final Pattern WIDE =
            Pattern.compile("[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\\x{1D400}-\\x{1D7FF}]+");
    /** The first half of a surrogate pair, which the mathematical letters have in common. */
    private static final char MATHEMATICAL = 0xD835;

    @Override
    public String undo(String text) {
        String forwards =
                text.indexOf(RIGHT_TO_LEFT) < 0 ? text : BACKWARDS.matcher(text).replaceAll(StrangeLetters::reversed);
        return narrow(withoutHidden(forwards));
    }

    private static String reversed(MatchResult backwards) {
        return Matcher.quoteReplacement(
                new StringBuilder(backwards.group(1)).reverse().toString());
    }

    private static String withoutHidden(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isHidden(i, seen, text)) {
                seen.append(text.charAt(i));
            }
        }
        return seen.length() == text.length() ? text : seen.toString();
    }

    /** Whether it has no width and stands inside a word, or strikes a Chinese character out. */
    private static boolean isHidden(int place, StringBuilder before, String text) {
        char character = text.charAt(place);
        if (character <= 0x7f || before.isEmpty()) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isChinese(last);
            case Character.FORMAT -> isLetter(last) && isLetter(text.charAt(nextOfWidth(place, text)));
            default -> false;
        };
    }

    /** The place of the next character that can be seen, if it is near. */
    private static int nextOfWidth(int place, String text) {
        int next = place;
        int last = Math.min(text.length() - 1, place + LONGEST_GAP);
        while (next < last && Character.getType(text.charAt(next)) == Character.FORMAT) {
            next++;
        }
        return next;
    }

    private static boolean isChinese(char character) {
        return UnicodeScript.of(character) == UnicodeScript.HAN;
    }

    private static boolean isLetter(char character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, LATIN, CYRILLIC, GREEK, HANGUL, HIRAGANA, KATAKANA -> true;
            default -> Character.isDigit(character);
        };
    }

    private static String narrow(String text) {
        return text.chars().anyMatch(StrangeLetters::isWide)
                ? WIDE.matcher(text).replaceAll(wide -> Normalizer.normalize(wide.group(), Normalizer.Form.NFKC))
                : text;
    }

    private static boolean isWide(int letter) {
        return letter == MATHEMATICAL || (letter >= '\uFF10' && letter <= '\uFF5A');
    }
}
