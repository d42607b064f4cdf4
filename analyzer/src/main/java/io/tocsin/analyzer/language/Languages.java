package io.tocsin.analyzer.language;

import java.lang.Character.UnicodeScript;

/** Tells the language of a post by its script. */
public final class Languages {

    /** The tag of a language that cannot be told. */
    public static final String UNKNOWN = "und";

    private Languages() {}

    /** The BCP 47 tag of the language a text is written in, {@link #UNKNOWN} if it cannot be told. */
    public static String of(String text) {
        long han = text.codePoints()
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
                .count();
        long latin = text.codePoints()
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN)
                .count();
        if (han + latin == 0) {
            return UNKNOWN;
        }
        return han * 2 >= latin ? "zh" : "en";
    }
}
