package io.tocsin.analyzer.model;

import io.tocsin.analyzer.model.Examples.Example;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The words' model of one head, which keeps learning what the whole head says of the posts that pass by, so that it
 * comes to know the words of this stream (distillation, Hinton et al. 2015). Any number of threads may use it.
 */
final class Apprentice {
    /** Posts that it hears the head about from one lesson to the next, and before it answers by itself. */
    static final int SCHOOLING = 3_000;

    private static final double PENALTY = 1e-5;
    private static final short[] NOT_NEEDED = {};

    private final TrainedHead master;
    private final Queue<Heard> heard = new ArrayDeque<>();
    private volatile LinearModel words;
    private int sinceLesson;
    private boolean inLesson;
    private volatile boolean schooled;

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Heard(int[] features, double[] answer) {}

    Apprentice(TrainedHead master) {
        this.master = master;
        this.words = master.words();
    }

    /** One that learnt before. */
    Apprentice(TrainedHead master, LinearModel words) {
        this.master = master;
        this.words = words;
        this.schooled = true;
    }

    /** How likely each answer is by the words alone, as far as they are known by now. */
    double[] probabilities(int[] features) {
        return words.probabilities(features);
    }

    /** Whether the words' answer can be taken without asking the encoder. */
    boolean isSure(int[] features) {
        return schooled && master.isSure(probabilities(features));
    }

    /**
     * Takes note of what the head says of a post.
     *
     * @return whether it is time to {@link #learn}
     */
    synchronized boolean hear(int[] features, double[] answer) {
        if (heard.size() == SCHOOLING) {
            heard.remove();
        }
        heard.add(new Heard(features, answer));
        sinceLesson++;
        if (inLesson || sinceLesson < SCHOOLING) {
            return false;
        }
        inLesson = true;
        return true;
    }

    /** Learns from what it heard last; takes a second or two, during which it goes on answering. */
    void learn() {
        words = words.plus(LogisticRegression.learn(lesson(), PENALTY, Training.LEAST));
        schooled = true;
        endLesson();
    }

    private synchronized void endLesson() {
        inLesson = false;
    }

    /** What the words do not know yet. */
    private synchronized Examples lesson() {
        sinceLesson = 0;
        Examples examples = new Examples(master.answers().size());
        heard.forEach(post ->
                examples.add(new Example(post.features, NOT_NEEDED, post.answer, 1, words.scores(post.features))));
        return examples;
    }

    TrainedHead master() {
        return master;
    }

    LinearModel words() {
        return words;
    }
}
