package io.tocsin.analyzer.analysis;

import java.util.List;

/**
 * How much harm a complaint speaks of, which is not how angry it is.
 *
 * @param level 0 (no complaint), 1 (an annoyance), 2 (a loss of money, time or service), 3 (danger, law, media)
 * @param signs the words that decided it, as they stand in the text
 */
public record Severity(int level, List<String> signs) {

    /** No complaint, no harm. */
    public static final Severity NONE = new Severity(0, List.of());

    public static final int HIGHEST = 3;

    public Severity {
        if (level < 0 || level > HIGHEST) {
            throw new IllegalArgumentException("severity goes from 0 to " + HIGHEST + ", not " + level);
        }
        signs = List.copyOf(signs);
    }
}
