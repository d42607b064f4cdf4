package io.tocsin.analyzer.text;

import java.util.List;

/** Cuts a post into sentences. */
public final class Sentences {
    /** Characters looked at; what stands later in a post is left out. */
    public static final int LONGEST_TEXT = 10_000;

    private Sentences() {}

    /**
     * The sentences in order; none if there is no word.
     *
     * @param language BCP 47 tag; {@code zh} is cut by its punctuation, everything else as English
     */
    public static List<Sentence> of(String text, String language) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        return language.equals("zh") ? ChineseSentences.of(beginning) : EnglishSentences.of(beginning);
    }
}
