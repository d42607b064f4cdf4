package io.tocsin.analyzer.language;

import java.util.regex.Pattern;

/**
 * Tells the language of a post: by its script where that is enough, among the languages in Latin script by their
 * frequent words.
 *
 * <p>Chinese is {@code zh} in traditional characters too. Addresses, names of accounts and emoji say nothing.
 */
public final class Languages {

    /** The tag of a language that cannot be told. */
    public static final String UNKNOWN = "und";

    /** Characters looked at; what stands later in a post does not count. */
    static final int LONGEST = 2_000;

    private static final Pattern SILENT =
            Pattern.compile("(?:https?://|www\\.)[\\x21-\\x7e]+|[@＠][\\p{L}\\p{N}_\\-]{1,30}|&[a-z]{2,6};");

    private Languages() {}

    /** The BCP 47 tag of the language a text is written in, {@link #UNKNOWN} if it cannot be told. */
    public static String of(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST));
        String words = SILENT.matcher(beginning).replaceAll(" ");
        return switch (Scripts.of(words).main()) {
            case LATIN -> LatinWords.language(words).orElse(UNKNOWN);
            case LATIN_WITH_CHINESE -> LatinWords.language(words).orElse("zh");
            case CHINESE -> "zh";
            case JAPANESE -> "ja";
            case HANGUL -> "ko";
            case CYRILLIC -> "ru";
            case ARABIC -> "ar";
            case HEBREW -> "he";
            case GREEK -> "el";
            case THAI -> "th";
            case DEVANAGARI -> "hi";
            case NONE, OTHER -> UNKNOWN;
        };
    }
}
