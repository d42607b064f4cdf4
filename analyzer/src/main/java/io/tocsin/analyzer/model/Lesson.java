package io.tocsin.analyzer.model;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What one labelled post teaches a head.
 *
 * @param answer the number of the right answer
 * @param weight how much it counts; a proper label counts 1
 */
record Lesson(int answer, double weight) {
    private static final double STAND_IN = 0.3;
    private static final double HARDLY = 0.1;
    private static final double EMPHASIS = 20;

    /** Empty if the post says nothing about the question, or is in another language. */
    static Optional<Lesson> of(Head head, LabelledPost post) {
        if (!post.language().equals(head.language())) {
            return Optional.empty();
        }
        return switch (head) {
            case SENTIMENT_EN -> lesson(head, post.label("sentiment"), 1);
            case SENTIMENT_ZH -> lesson(head, feeling(post), 1);
            case COMPLAINT_EN -> complaint(head, post, Lesson::unhappyTraveller);
            case COMPLAINT_ZH -> complaint(head, post, Lesson::badReview);
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

    /** The few posts invented to teach danger, law and privacy, which the sets hardly know, count more. */
    private static Optional<Lesson> complaint(
            Head head, LabelledPost post, BiFunction<Head, LabelledPost, Optional<Lesson>> standIn) {
        return switch (post.label("complaint")) {
            case "1" -> lesson(head, "yes", post.invented() ? EMPHASIS : 1);
            case "0" -> lesson(head, "no", post.invented() ? EMPHASIS : 1);
            default -> standIn.apply(head, post);
        };
    }

    /**
     * Who writes to an airline and is unhappy complains, nearly always; and who tweets and is not unhappy does not. Both
     * count less than a proper label.
     */
    private static Optional<Lesson> unhappyTraveller(Head head, LabelledPost post) {
        boolean unhappy = post.label("sentiment").equals("negative");
        if (!post.label("airline").isEmpty()) {
            return lesson(head, unhappy ? "yes" : "no", STAND_IN);
        }
        return unhappy || post.label("sentiment").isEmpty() ? Optional.empty() : lesson(head, "no", HARDLY);
    }

    /** Nobody has labelled Chinese complaints in public: bad reviews stand in for them, against all that is not angry. */
    private static Optional<Lesson> badReview(Head head, LabelledPost post) {
        if (!post.label("category").isEmpty()) {
            return lesson(head, post.label("sentiment").equals("negative") ? "yes" : "no", 1);
        }
        return switch (post.label("emotion")) {
            case "sad", "fear", "happy", "neutral", "surprise" -> lesson(head, "no", 1);
            default -> Optional.empty();
        };
    }

    private static Optional<Lesson> lesson(Head head, String answer, double weight) {
        int number = head.answers().indexOf(answer);
        return number < 0 ? Optional.empty() : Optional.of(new Lesson(number, weight));
    }
}
