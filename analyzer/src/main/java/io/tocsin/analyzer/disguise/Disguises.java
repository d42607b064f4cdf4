package io.tocsin.analyzer.disguise;

import io.tocsin.analyzer.entity.Dictionary;
import java.util.List;

/**
 * Writes a post as it is meant: {@code 退。款}, {@code 退kuan}, {@code 退k} and {@code 辶艮款} all ask for a refund. A text
 * without disguise stays as it is, character by character.
 *
 * <p>In every language: full-width and mathematical letters, invisible characters inside words, text that runs
 * backwards, and the slang of the user's dictionary. In Chinese also: traditional characters, split characters, gaps
 * inside words, words half in pinyin, common slang and abbreviations, and characters that sound the same.
 *
 * <p>Pure and safe for use by many threads; the first Chinese post loads the word list, as {@link #warmUp()} does.
 */
public final class Disguises {
    /** Characters looked at; what stands later in a post is left as it is. */
    public static final int LONGEST_TEXT = 10_000;

    private final List<Disguise> everywhere;
    private final List<Disguise> chinese;

    /** @param dictionary slang and names that the user knows, besides those that come with Tocsin */
    public Disguises(Dictionary dictionary) {
        everywhere = List.of(new StrangeLetters(), new Slang(dictionary.slang()));
        chinese = List.of(
                new StrangeLetters(),
                new TraditionalCharacters(),
                new SplitCharacters(),
                new Gaps(dictionary),
                Slang.ofChinese(dictionary),
                new Homophones(dictionary.spoken()));
    }

    /**
     * The text as it is meant.
     *
     * @param language BCP 47 tag
     */
    public String undo(String text, String language) {
        if (text.length() > LONGEST_TEXT) {
            return undo(text.substring(0, LONGEST_TEXT), language) + text.substring(LONGEST_TEXT);
        }
        String plain = text;
        for (Disguise disguise : language.equals("zh") ? chinese : everywhere) {
            plain = disguise.undo(plain);
        }
        return plain;
    }

    /** Loads the word lists, so that no post has to wait for them. */
    public void warmUp() {
        undo("我要退 款", "zh");
    }
}
