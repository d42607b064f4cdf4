package io.tocsin.analyzer.model;

import java.util.Optional;

/**
 * What one labelled post teaches a head.
 *
 * @param answer the number of the right answer
 * @param weight how much it counts
 */
record Lesson(int answer, double weight) {
    private static final double STAND_IN = 0.3;

    /** Empty if the post says nothing about the question, or is in another language. */
    static Optional<Lesson> of(Head head, LabelledPost post) {
        if (!post.language().equals(head.language())) {
            return Optional.empty();
        }
        return switch (head) {
            case SENTIMENT_EN -> lesson(head, post.label("sentiment"), 1);
            case SENTIMENT_ZH -> lesson(head, feeling(post), 1);
            case COMPLAINT_EN -> complaint(head, post);
            case COMPLAINT_ZH -> lesson(head, badReview(post), 1);
        };
    }

    /** The Chinese sets of sentiment know no neutral; one of emotions does, and joins them. */
    private static String feeling(LabelledPost post) {
        return switch (post.label("emotion")) {
            case "angry", "sad", "fear" -> "negative";
            case "happy" -> "positive";
            case "neutral" -> "neutral";
            default -> post.label("sentiment");
        };
    }

    /** Who writes to an airline and is unhappy complains, nearly always; it counts less than a proper label. */
    private static Optional<Lesson> complaint(Head head, LabelledPost post) {
        if (!post.label("airline").isEmpty()) {
            return lesson(head, post.label("sentiment").equals("negative") ? "yes" : "no", STAND_IN);
        }
        return lesson(head, post.label("complaint").replace("1", "yes").replace("0", "no"), 1);
    }

    /** Nobody has labelled Chinese complaints in public: bad reviews stand in for them, against all that is not angry. */
    private static String badReview(LabelledPost post) {
        if (!post.label("category").isEmpty()) {
            return post.label("sentiment").equals("negative") ? "yes" : "no";
        }
        return switch (post.label("emotion")) {
            case "sad", "fear", "happy", "neutral", "surprise" -> "no";
            default -> "";
        };
    }

    private static Optional<Lesson> lesson(Head head, String answer, double weight) {
        int number = head.answers().indexOf(answer);
        return number < 0 ? Optional.empty() : Optional.of(new Lesson(number, weight));
    }
}
