package io.tocsin.analyzer.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What labelled posts teach an encoder: every text with the answers to all questions that it answers. As in {@link
 * Training}, {@link Split#TUNE} only watches, and {@link Split#TEST} is left out.
 *
 * @param answers of every question that is taught, in the order of their numbers
 * @param lessons what teaches
 * @param trials what shows how far the encoder is
 */
public record Curriculum(Map<Question, List<String>> answers, List<Exercise> lessons, List<Exercise> trials) {
    private static final float STAND_IN = 0.3f;

    public Curriculum {
        answers = Map.copyOf(answers);
        lessons = List.copyOf(lessons);
        trials = List.copyOf(trials);
    }

    /**
     * The right answer to a question.
     *
     * @param number its place among the answers
     * @param weight 1 if people answered just this question, less if it follows from their other answers
     */
    public record Target(int number, float weight) {}

    /**
     * A text to learn from.
     *
     * @param text as an encoder sees it
     * @param times how often it comes in a round: below 1 it comes in some rounds only
     */
    public record Exercise(String text, Map<Question, Target> targets, double times) {
        public Exercise {
            targets = Map.copyOf(targets);
        }
    }

    /** By files of labelled posts and the sets that are part of Tocsin, in one language. */
    public static Curriculum of(List<LabelledFile> files, String language) {
        Map<Question, List<String>> answers = new EnumMap<>(Question.class);
        Map<Split, List<Exercise>> exercises = new EnumMap<>(Split.class);
        for (LabelledPost post : posts(files, language)) {
            Map<Question, Target> targets = targets(post, answers);
            if (!targets.isEmpty()) {
                exercises
                        .computeIfAbsent(Split.of(post), split -> new ArrayList<>())
                        .add(new Exercise(NormalText.readable(post.text()), targets, times(post)));
            }
        }
        return new Curriculum(
                answers, exercises.getOrDefault(Split.TRAIN, List.of()), exercises.getOrDefault(Split.TUNE, List.of()));
    }

    /** Of posts that read the same the first, so that none teaches what another tries. */
    private static Collection<LabelledPost> posts(List<LabelledFile> files, String language) {
        Map<String, LabelledPost> posts = new LinkedHashMap<>();
        LabelledFile.posts(files, LabelledFile.bundled()).stream()
                .filter(post -> post.language().equals(language) && Split.of(post) != Split.TEST)
                .forEach(post -> posts.putIfAbsent(post.text(), post));
        return posts.values();
    }

    private static Map<Question, Target> targets(LabelledPost post, Map<Question, List<String>> answers) {
        Map<Question, Target> targets = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Optional<Lesson> lesson = Lesson.of(new Head(question, post.language()), post);
            lesson.ifPresent(taught -> targets.put(
                    question,
                    new Target(number(answers, question, taught.answer()), taught.isProper() ? 1 : STAND_IN)));
        }
        return targets;
    }

    private static int number(Map<Question, List<String>> answers, Question question, String answer) {
        List<String> known = answers.computeIfAbsent(question, q -> new ArrayList<>(q.answers()));
        if (!known.contains(answer)) {
            known.add(answer);
        }
        return known.indexOf(answer);
    }

    /** Small sets would be lost among large ones, and what customers write is what matters. */
    private static double times(LabelledPost post) {
        if (!post.label(Question.INTENT.word()).isEmpty()) {
            return 0.2;
        }
        if (!post.label(Question.CATEGORY.word()).isEmpty()
                && !post.label("part").isEmpty()) {
            return 3;
        }
        boolean ofCustomers = Stream.of("complaint", "airline", "towards")
                .anyMatch(label -> !post.label(label).isEmpty());
        return ofCustomers ? 2 : 0.4;
    }
}
