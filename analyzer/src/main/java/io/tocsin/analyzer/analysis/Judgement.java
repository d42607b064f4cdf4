package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.analysis.SeveritySigns.Found;
import java.util.List;

/** What the numbers of the models and the words of a post come to: pure decisions. */
final class Judgement {
    /** From this probability on a post is a complaint. */
    static final double COMPLAINT = 0.5;

    /** From this probability on it is one if it speaks of danger: to miss that costs more than to look once too often. */
    static final double DANGEROUS_COMPLAINT = 0.15;

    /** From this probability on it is clear how somebody feels towards one of several companies. */
    static final double CLEAR = 0.5;

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

    /**
     * The worse of what the model says and what the signs say; what is no complaint does no harm.
     *
     * @param model 1 to 3
     */
    static Severity severity(Complaint complaint, int model, List<Found> signs) {
        if (!complaint.label()) {
            return Severity.NONE;
        }
        int worst = worst(signs);
        List<String> words = signs.stream()
                .filter(sign -> sign.level() == worst)
                .map(Found::words)
                .distinct()
                .toList();
        return new Severity(Math.max(model, worst), words);
    }

    /** Whether a category of Tocsin's breakdown can be that of a complaint, or of what is none. */
    static boolean fits(String category, Complaint complaint) {
        boolean complaining = category.startsWith("complaint/");
        return complaint.label() ? complaining || category.startsWith("using/") : !complaining;
    }

    private static int worst(List<Found> signs) {
        return signs.stream().mapToInt(Found::level).max().orElse(1);
    }
}
