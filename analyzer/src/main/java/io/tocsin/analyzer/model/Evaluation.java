package io.tocsin.analyzer.model;

import io.tocsin.analyzer.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Measures models on labelled posts that they did not learn from: the {@link Split#TEST} part of each file. */
public final class Evaluation {
    private static final double NANOS = 1e9;

    private final List<LabelledFile> files;

    public Evaluation(List<LabelledFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * One head on one set.
     *
     * @param set the file, and the part of it if it is one
     * @param postsPerSecond by one thread, from the text to the probabilities; 0 if it was not timed
     */
    public record Result(Head head, String set, Confusion confusion, double postsPerSecond) {}

    /**
     * How often the language of a set's posts was told right, all of them, as nobody trained for it.
     *
     * @param unknown how often it could not be told
     */
    public record LanguageResult(String set, String language, int posts, int right, int unknown) {}

    /** Every head on every file that has answers to its question, and on parts of files that are worth a look. */
    public List<Result> heads(Models models) {
        List<Result> results = new ArrayList<>();
        for (Head head : Head.values()) {
            for (LabelledFile file : files) {
                List<Taught> test = Training.taught(head, List.of(file)).stream()
                        .filter(t -> t.split() == Split.TEST)
                        .toList();
                if (!test.isEmpty()) {
                    results.addAll(results(head, file.name(), test, models.model(head)));
                }
            }
        }
        return results;
    }

    /** Trains a head so many times without one part of its properly labelled posts, and measures on that part. */
    public List<Result> folds(Head head, int folds) {
        List<LabelledFile> lessons = new ArrayList<>(files);
        lessons.add(LabelledFile.invented());
        List<Taught> taught = Training.taught(head, lessons);
        Confusion all = new Confusion(head.answers());
        Confusion hard = new Confusion(head.answers());
        for (int fold = 0; fold < folds; fold++) {
            int without = fold;
            LinearModel model = Training.learn(
                    head,
                    where(taught, t -> t.fold(folds) != without && t.split() != Split.TUNE),
                    where(taught, t -> t.fold(folds) != without && t.split() == Split.TUNE));
            List<Taught> measured = where(taught, t -> t.fold(folds) == without && t.labelledFor(head));
            measured.forEach(t -> all.add(t.lesson().answer(), model.probabilities(t.features())));
            where(measured, Evaluation::hard)
                    .forEach(t -> hard.add(t.lesson().answer(), model.probabilities(t.features())));
        }
        String name = folds + " folds";
        return List.of(new Result(head, name, all, 0), new Result(head, name + ", to companies only", hard, 0));
    }

    /** The language of every post of every file that says which it is. */
    public List<LanguageResult> languages() {
        return files.stream().map(Evaluation::language).toList();
    }

    private static List<Result> results(Head head, String set, List<Taught> test, LinearModel model) {
        List<Result> results = new ArrayList<>();
        results.add(new Result(head, set, confusion(head, test, model), speed(head, test, model)));
        List<Taught> hard = where(test, Evaluation::hard);
        if (hard.size() < test.size() && !hard.isEmpty()) {
            results.add(new Result(head, set + ", to companies only", confusion(head, hard, model), 0));
        }
        if (head == Head.SENTIMENT_ZH && test.stream().noneMatch(t -> t.lesson().answer() == 1)) {
            results.add(new Result(head, set + ", without the answer neutral", twoWay(head, test, model), 0));
        }
        return results;
    }

    private static Confusion confusion(Head head, List<Taught> test, LinearModel model) {
        Confusion confusion = new Confusion(head.answers());
        test.forEach(t -> confusion.add(t.lesson().answer(), model.probabilities(t.features())));
        return confusion;
    }

    /** The sets that know no neutral: which of the two others is likelier. */
    private static Confusion twoWay(Head head, List<Taught> test, LinearModel model) {
        Confusion confusion = new Confusion(head.answers());
        for (Taught t : test) {
            double[] p = model.probabilities(t.features());
            double both = p[0] + p[2];
            confusion.add(t.lesson().answer(), new double[] {p[0] / both, 0, p[2] / both});
        }
        return confusion;
    }

    private static double speed(Head head, List<Taught> test, LinearModel model) {
        long start = System.nanoTime();
        double sum = 0;
        for (Taught t : test) {
            sum += model.probabilities(head.features().of(t.post().text()))[0];
        }
        long end = System.nanoTime();
        return sum < 0 ? 0 : test.size() * NANOS / (end - start);
    }

    private static LanguageResult language(LabelledFile file) {
        List<LabelledPost> posts = file.posts();
        String stated = posts.isEmpty() ? Languages.UNKNOWN : posts.getFirst().language();
        List<String> told =
                posts.stream().map(post -> Languages.of(post.text())).toList();
        int right = (int) IntStream.range(0, posts.size())
                .filter(i -> told.get(i).equals(posts.get(i).language()))
                .count();
        int unknown = (int) told.stream().filter(Languages.UNKNOWN::equals).count();
        return new LanguageResult(file.name(), stated, posts.size(), right, unknown);
    }

    /** Whether somebody spoke to a company; tweets picked at random are easy to tell from complaints. */
    private static boolean hard(Taught t) {
        return !t.post().label("domain").startsWith("random");
    }

    private static List<Taught> where(List<Taught> posts, Predicate<Taught> condition) {
        return posts.stream().filter(condition).toList();
    }
}
