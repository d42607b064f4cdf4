package io.tocsin.analyzer.text;

import com.hankcs.hanlp.tokenizer.SpeedTokenizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts a text into words as they stand in it, without its marks. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)*");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private Words() {}

    /**
     * The words in order; Chinese ones by the dictionary of HanLP.
     *
     * @param language BCP 47 tag
     */
    public static List<String> of(String text, String language) {
        if (!language.equals("zh")) {
            return WORD.matcher(text).results().map(MatchResult::group).toList();
        }
        return SpeedTokenizer.segment(text).stream()
                .map(term -> term.word)
                .filter(word -> SAYS_SOMETHING.matcher(word).find())
                .toList();
    }
}
