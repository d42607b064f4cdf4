package io.tocsin.analyzer.model;

/** A labelled post in the eyes of a head. */
final class Taught {
    private final LabelledPost post;
    private final Lesson lesson;
    private final int[] features;
    private final Split split;

    Taught(Head head, LabelledPost post, Lesson lesson) {
        this.post = post;
        this.lesson = lesson;
        this.features = head.features().of(post.text());
        this.split = post.invented() ? Split.TRAIN : Split.of(post.text());
    }

    LabelledPost post() {
        return post;
    }

    Lesson lesson() {
        return lesson;
    }

    int[] features() {
        return features;
    }

    Split split() {
        return split;
    }

    /** Which of so many equal parts it belongs to; by the text, as the {@link Split} is. */
    int fold(int folds) {
        return Split.number(post.text(), "fold", folds);
    }

    /** Whether people answered just this question, so that nothing stands in for it. */
    boolean labelledFor(Head head) {
        return !post.invented() && !post.label(head.question()).isEmpty();
    }
}
