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
        this.split = Split.of(post.text());
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
}
