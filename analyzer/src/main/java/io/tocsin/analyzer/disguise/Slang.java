package io.tocsin.analyzer.disguise;

import io.tocsin.analyzer.entity.Dictionary;
import io.tocsin.analyzer.text.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is written for other words: abbreviations, slang, common misspellings, words half in pinyin. */
final class Slang implements Disguise {
    private static final Pattern ADDRESS_BEFORE = Pattern.compile("(?:@|//|[a-zA-Z0-9][./_-])$");
    private static final Pattern ADDRESS_AFTER = Pattern.compile("^[./_@-][a-zA-Z0-9]");

    private final Terms<String> meanings;

    /** @param meanings the plain words by what is written for them */
    Slang(Map<String, String> meanings) {
        this.meanings = new Terms<>(meanings);
    }

    /** The slang that comes with Tocsin, and the user's, which wins. */
    static Slang ofChinese(Dictionary dictionary) {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.putAll(HalfPinyin.of(Stream.concat(WordLists.GUARDED.stream(), dictionary.spoken().stream())));
        meanings.putAll(Dictionary.ofChineseSlang().slang());
        meanings.putAll(dictionary.slang());
        return new Slang(meanings);
    }

    @Override
    public String undo(String text) {
        List<Edit> edits = meanings.find(text).stream()
                .map(found -> new Edit(found.begin(), found.end(), found.value()))
                .filter(edit -> isMeant(edit, text))
                .toList();
        return Edit.apply(edits, text);
    }

    private static boolean isMeant(Edit edit, String text) {
        return !isInCode(edit, text)
                && (!mayBePartsOfWords(edit, text) || ChineseWords.standsAlone(edit.begin(), edit.end(), text));
    }

    /** Whether it is (part of) an address, the name of an account, or an emoji in words. */
    private static boolean isInCode(Edit edit, String text) {
        String before = text.substring(Math.max(0, edit.begin() - 2), edit.begin());
        String after = text.substring(edit.end(), Math.min(text.length(), edit.end() + 2));
        return ADDRESS_BEFORE.matcher(before).find()
                || ADDRESS_AFTER.matcher(after).find()
                || (before.endsWith("[") && after.startsWith("]"));
    }

    /** Letters between spaces are a word; Chinese characters may be parts of two. */
    private static boolean mayBePartsOfWords(Edit edit, String text) {
        return Character.isIdeographic(text.charAt(edit.begin()))
                || Character.isIdeographic(text.charAt(edit.end() - 1));
    }
}
