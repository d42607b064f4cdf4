package io.tocsin.analyzer.model;

import io.tocsin.analyzer.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures heads on labelled posts that they did not learn from. */
public final class Evaluation {
    private static final double NANOS = 1e9;
    private static final String ANGRY = "angry";
    private static final int MOST = 10_000;
    private static final int MOST_TO_TIME = 500;
    private static final int FEW_TO_TIME = 20;

    private final List<LabelledFile> files;
    private final List<Baseline> baselines;
    private final Encodings encodings = Encodings.adapted();

    /**
     * Measures on these files, and on the sets that are part of Tocsin.
     *
     * @param mostForCoreNlp posts of a set that CoreNLP's sentiment is asked about beside, at some eight a second
     */
    public Evaluation(List<LabelledFile> files, int mostForCoreNlp) {
        this(files, LabelledFile.bundled(), Baseline.all(mostForCoreNlp));
    }

    /** @param own what stands in place of the sets that are part of Tocsin */
    Evaluation(List<LabelledFile> files, List<LabelledFile> own, List<Baseline> baselines) {
        this.files = Stream.concat(files.stream(), own.stream()).toList();
        this.baselines = List.copyOf(baselines);
    }

    /**
     * One method on one set.
     *
     * @param set the file, and the part of it if it is one
     * @param method who answered
     * @param learntFrom posts that were left out because a head learnt from them
     * @param postsPerSecond by one thread, from the text to the probabilities; 0 if it was not timed
     */
    public record Result(
            Head head, String set, String method, int learntFrom, Confusion confusion, double postsPerSecond) {}

    /**
     * How often the language of a set's posts was told right, all of them, as nobody trained for it.
     *
     * @param unknown how often it could not be told
     */
    public record LanguageResult(String set, String language, int posts, int right, int unknown) {}

    /**
     * Who answers.
     *
     * @param settled whether the words alone are asked about a post where the encoder is spared
     */
    private record Judge(TrainedHead trained, Predicate<Taught> settled) {}

    /** Every head on every file that has answers to its question, and on parts of files that are worth a look. */
    public List<Result> heads(Models models) {
        List<Result> results = new ArrayList<>();
        for (LabelledFile file : files) {
            for (Question question : Question.values()) {
                for (String language : Head.LANGUAGES) {
                    Head head = new Head(question, language);
                    List<Taught> all = Training.taught(head, file.posts(), Lesson::proper);
                    if (!all.isEmpty()) {
                        results.addAll(results(head, file.name(), all, models));
                    }
                }
            }
        }
        return results;
    }

    private List<Result> results(Head head, String set, List<Taught> all, Models models) {
        Optional<TrainedHead> trained = models.head(head);
        return trained.isPresent() && sameAnswers(trained.get(), all)
                ? measured(
                        head,
                        set,
                        Taught.where(all, t -> !models.learntFrom(t.post().text())),
                        all.size(),
                        new Judge(trained.get(), t -> models.isSettled(t.post().language(), t.features())))
                : trainedHere(head, set, all);
    }

    private static boolean sameAnswers(TrainedHead head, List<Taught> all) {
        return all.stream().anyMatch(t -> head.answers().contains(t.lesson().answer()));
    }

    /** No head is there for these answers: one is trained on a part of the file and measured on another. */
    private List<Result> trainedHere(Head head, String set, List<Taught> all) {
        List<Taught> train = Taught.where(all, t -> t.split() == Split.TRAIN);
        List<Taught> test = Taught.where(all, t -> t.split() == Split.TEST);
        if (test.isEmpty()
                || train.stream().map(t -> t.lesson().answer()).distinct().count() < 2) {
            return List.of();
        }
        TrainedHead trained = Training.learn(head, train, Taught.where(all, t -> t.split() == Split.TUNE), encodings);
        Judge judge = new Judge(trained, Measuring.sure(trained, t -> trained.quick(t.features())));
        return measured(head, set + ", trained on the rest of it", test, all.size(), judge);
    }

    private List<Result> measured(Head head, String set, List<Taught> posts, int all, Judge judge) {
        List<Taught> test = some(Taught.where(
                posts, t -> judge.trained.answers().contains(t.lesson().answer())));
        if (test.isEmpty()) {
            return List.of();
        }
        encodings.readAll(test.stream().map(Taught::post).toList());
        List<Result> results = new ArrayList<>();
        part(head, set, test, all - posts.size(), judge, true, results);
        List<Taught> hard = Taught.where(test, Measuring::isHard);
        if (head.question() == Question.COMPLAINT && hard.size() < test.size() && !hard.isEmpty()) {
            part(head, set + ", to companies only", hard, 0, judge, false, results);
        }
        return results;
    }

    private void part(
            Head head,
            String set,
            List<Taught> test,
            int learntFrom,
            Judge judge,
            boolean timed,
            List<Result> results) {
        TrainedHead trained = judge.trained;
        List<String> asked = Measuring.asked(head, test, trained.answers());
        Function<Taught, double[]> quick = t -> trained.quick(t.features());
        Function<Taught, double[]> thorough = t -> encodings.answer(trained, t);
        results.add(new Result(
                head,
                set,
                "words",
                learntFrom,
                Measuring.confusion(asked, test, trained, quick),
                timed ? quickSpeed(test, trained) : 0));
        results.add(new Result(
                head,
                set,
                "words and encoder",
                learntFrom,
                Measuring.confusion(asked, test, trained, thorough),
                timed ? thoroughSpeed(test, trained) : 0));
        if (Apprentices.DECISIVE.contains(head.question())) {
            results.add(Measuring.cascade(head, set, "cascade", test, trained, judge.settled, quick, thorough));
        }
        if (head.question() == Question.EMOTION && trained.answers().contains(ANGRY)) {
            results.add(new Result(
                    head, set + ", angry against the rest", "words and encoder", 0, angry(test, trained, thorough), 0));
        }
        if (Baseline.answers(head)) {
            baselines.forEach(baseline -> results.add(beside(baseline, head, set, test, trained, asked, timed)));
        }
    }

    private static Confusion angry(List<Taught> test, TrainedHead trained, Function<Taught, double[]> method) {
        Confusion confusion = new Confusion(List.of("another", ANGRY));
        int angry = trained.answers().indexOf(ANGRY);
        for (Taught t : test) {
            double[] found = method.apply(t);
            double likely = found[angry];
            boolean guess = TrainedHead.likeliest(found) == angry;
            confusion.add(t.lesson().answer().equals(ANGRY) ? 1 : 0, guess ? 1 : 0, guess ? likely : 1 - likely);
        }
        return confusion;
    }

    private static Result beside(
            Baseline baseline,
            Head head,
            String set,
            List<Taught> test,
            TrainedHead trained,
            List<String> asked,
            boolean timed) {
        List<Taught> some = test.subList(0, Math.min(test.size(), baseline.most()));
        Function<Taught, double[]> method =
                t -> baseline.probabilities(head, t.post().text());
        return new Result(
                head,
                set,
                baseline.name(),
                0,
                Measuring.confusion(asked, some, trained, method),
                timed ? speed(some.subList(0, Math.min(some.size(), FEW_TO_TIME)), method) : 0);
    }

    /** The language of every post of every file that says which it is. */
    public List<LanguageResult> languages() {
        return files.stream().map(Evaluation::language).toList();
    }

    private static double quickSpeed(List<Taught> test, TrainedHead trained) {
        return speed(
                test.subList(0, Math.min(test.size(), MOST_TO_TIME * 10)),
                t -> trained.quick(
                        Features.forLanguage(t.post().language()).of(t.post().text())));
    }

    private double thoroughSpeed(List<Taught> test, TrainedHead trained) {
        return speed(
                test.subList(0, Math.min(test.size(), MOST_TO_TIME)),
                t -> trained.thorough(
                        Features.forLanguage(t.post().language()).of(t.post().text()), encodings.fresh(t.post())));
    }

    private static double speed(List<Taught> test, Function<Taught, double[]> method) {
        long start = System.nanoTime();
        double sum = 0;
        for (Taught t : test) {
            sum += method.apply(t)[0];
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

    /** So many posts are enough; which ones depends on their texts. */
    private static List<Taught> some(List<Taught> posts) {
        int parts = (posts.size() + MOST - 1) / MOST;
        return parts < 2
                ? posts
                : Taught.where(posts, t -> Split.number(t.post().text(), "some", parts) == 0);
    }
}
