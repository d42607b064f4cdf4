package io.tocsin.analyzer.analysis;

import java.util.Locale;

/** What the author asks for. */
public enum Ask {
    NONE,
    /** Money back, or compensation. */
    REFUND,
    /** That it works, is delivered or is exchanged. */
    REPAIR,
    /** An apology, or that somebody answers for it. */
    APOLOGY,
    /** An answer to a question. */
    INFORMATION;

    /** As it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if nothing is asked for by this word */
    static Ask of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
