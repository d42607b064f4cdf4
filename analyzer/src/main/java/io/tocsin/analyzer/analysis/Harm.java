package io.tocsin.analyzer.analysis;

import java.util.Locale;

/** What a complaint says was harmed. */
public enum Harm {
    /** Life, health or safety. */
    SAFETY,
    /** Charged wrongly, refund refused, deceived. */
    MONEY,
    /** Data leaked or misused. */
    PRIVACY,
    /** A court, an authority or the media are threatened with. */
    LEGAL,
    /** A service does not work or was not delivered. */
    FAILURE,
    DELAY,
    /** Staff are rude, or nobody answers. */
    RUDENESS,
    /** Bad goods or work. */
    QUALITY,
    /** Too dear, or dearer than before. */
    PRICE;

    /** As it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such harm */
    static Harm of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
