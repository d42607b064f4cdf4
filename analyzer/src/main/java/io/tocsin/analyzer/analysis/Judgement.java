package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.analysis.SeveritySigns.Found;
import java.util.List;

/** What the numbers of the models and the words of a post come to: pure decisions. */
final class Judgement {
    /** From this probability on a post is a complaint. */
    static final double COMPLAINT = 0.5;

    /** From this probability on it is one if it speaks of danger: to miss that costs more than to look once too often. */
    static final double DANGEROUS_COMPLAINT = 0.2;

    private Judgement() {}

    /**
     * Whether it complains.
     *
     * @param signs the signs of harm found in it
     */
    static Complaint complaint(double probability, List<Found> signs) {
        double enough = worst(signs) == Severity.HIGHEST ? DANGEROUS_COMPLAINT : COMPLAINT;
        return new Complaint(probability >= enough, probability);
    }

    /** The worst sign decides; a complaint without a sign is an annoyance, and what is no complaint does no harm. */
    static Severity severity(Complaint complaint, List<Found> signs) {
        if (!complaint.label()) {
            return Severity.NONE;
        }
        int worst = worst(signs);
        List<String> words = signs.stream()
                .filter(sign -> sign.level() == worst)
                .map(Found::words)
                .distinct()
                .toList();
        return new Severity(worst, words);
    }

    private static int worst(List<Found> signs) {
        return signs.stream().mapToInt(Found::level).max().orElse(1);
    }
}
