package io.tocsin.analyzer.model;

import java.util.List;
import java.util.function.Predicate;

/** A labelled post in the eyes of a head. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Taught(LabelledPost post, Lesson lesson, int[] features, Split split) {

    Taught(Head head, LabelledPost post, Lesson lesson) {
        this(post, lesson, Features.forLanguage(post.language()).of(post.text()), Split.of(post));
    }

    static List<Taught> where(List<Taught> posts, Predicate<Taught> condition) {
        return posts.stream().filter(condition).toList();
    }

    /** Which of so many equal parts it belongs to; by the text, as the {@link Split} is. */
    int fold(int folds) {
        return Split.number(post.text(), "fold", folds);
    }
}
