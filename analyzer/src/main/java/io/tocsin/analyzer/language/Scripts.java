package io.tocsin.analyzer.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** How many letters of which script a text has. */
final class Scripts {
    /** A Chinese or Japanese character says about as much as this many letters. */
    private static final int LETTERS_OF_A_CHARACTER = 3;
    /** Japanese has more than one kana to so many Chinese characters; Chinese borrows a の at times. */
    private static final int CHARACTERS_TO_A_KANA = 6;

    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);

    /** What a text is mostly written in. */
    enum Main {
        NONE,
        LATIN,
        LATIN_WITH_CHINESE,
        CHINESE,
        JAPANESE,
        HANGUL,
        CYRILLIC,
        ARABIC,
        HEBREW,
        GREEK,
        THAI,
        DEVANAGARI,
        OTHER
    }

    private Scripts(String text) {
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .forEach(script -> letters.merge(script, 1, Integer::sum));
    }

    static Scripts of(String text) {
        return new Scripts(text);
    }

    Main main() {
        int han = count(UnicodeScript.HAN);
        int kana = count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
        int latin = count(UnicodeScript.LATIN);
        int eastern = (han + kana) * LETTERS_OF_A_CHARACTER;
        int others = letters.values().stream().mapToInt(n -> n).sum() - han - kana - latin;
        if (others > Math.max(latin, eastern)) {
            return largestOther();
        }
        if (latin > eastern) {
            return han > 0 && kana == 0 ? Main.LATIN_WITH_CHINESE : Main.LATIN;
        }
        if (eastern == 0) {
            return Main.NONE;
        }
        return kana * CHARACTERS_TO_A_KANA > han ? Main.JAPANESE : Main.CHINESE;
    }

    private Main largestOther() {
        return switch (letters.entrySet().stream()
                .filter(entry -> !eastOrWest(entry.getKey()))
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey()) {
            case HANGUL -> Main.HANGUL;
            case CYRILLIC -> Main.CYRILLIC;
            case ARABIC -> Main.ARABIC;
            case HEBREW -> Main.HEBREW;
            case GREEK -> Main.GREEK;
            case THAI -> Main.THAI;
            case DEVANAGARI -> Main.DEVANAGARI;
            default -> Main.OTHER;
        };
    }

    private static boolean eastOrWest(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, LATIN -> true;
            default -> false;
        };
    }

    private int count(UnicodeScript script) {
        return letters.getOrDefault(script, 0);
    }
}
