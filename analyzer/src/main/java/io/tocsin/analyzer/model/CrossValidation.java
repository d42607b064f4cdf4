package io.tocsin.analyzer.model;

import io.tocsin.analyzer.model.Evaluation.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures the way heads are trained, by training them without a part of the posts and measuring on that part. */
public final class CrossValidation {
    private static final Set<String> OF_TRAVELLERS = Set.of("airline", "rail", "travel");
    private static final Set<String> OF_REVIEWERS = Set.of(
            "hotel", "takeaway", "restaurant", "food", "e-commerce", "phone", "appliance", "clothing", "cosmetics");

    /** Larger files have posts enough to leave some out once. */
    private static final int MOST_FOR_FOLDS = 10_000;
    /** Of a file that taught nothing, so many posts are measured with at most, those of the test part first. */
    private static final int MOST_UNSEEN = 15_000;
    /** With fewer, chance would be measured. */
    private static final int FEWEST_FOR_FOLDS = 50;

    private final List<LabelledFile> files;
    private final List<LabelledFile> own;
    private final Encodings encodings = Encodings.asPublished();

    /** On these files, learning from the sets that are part of Tocsin, too. */
    public CrossValidation(List<LabelledFile> files) {
        this(files, LabelledFile.bundled());
    }

    /** @param own what stands in place of the sets that are part of Tocsin */
    CrossValidation(List<LabelledFile> files, List<LabelledFile> own) {
        this.files = List.copyOf(files);
        this.own = List.copyOf(own);
    }

    /**
     * Every head on every file that has answers to its question, but for very large and very small ones: trained so many
     * times without one part of the posts, and measured on that part, so that each post is judged by a head that did not
     * learn from it.
     */
    public List<Result> folds(int folds) {
        List<LabelledPost> posts = LabelledFile.posts(files, own);
        List<Result> results = new ArrayList<>();
        for (LabelledFile file : files) {
            if (file.posts().size() <= MOST_FOR_FOLDS) {
                for (Head head : Head.BUNDLED) {
                    results.addAll(folds(head, file, posts, folds));
                }
            }
        }
        return results;
    }

    private List<Result> folds(Head head, LabelledFile file, List<LabelledPost> posts, int folds) {
        List<Taught> proper = Training.taught(head, LabelledFile.posts(List.of(file)), Lesson::proper);
        if (proper.isEmpty()) {
            return List.of();
        }
        List<Taught> taught =
                Training.askedFor(head, Training.taught(head, posts, Lesson::of), LabelledFile.posts(files));
        List<String> answers = Training.answers(head, taught);
        List<Taught> known =
                Taught.where(proper, t -> answers.contains(t.lesson().answer()));
        return answers.size() < 2 || known.size() < FEWEST_FOR_FOLDS
                ? List.of()
                : folds(head, file.name(), taught, known, Measuring.asked(head, known, answers), folds);
    }

    private List<Result> folds(
            Head head, String file, List<Taught> taught, List<Taught> known, List<String> asked, int folds) {
        Confusion all = new Confusion(asked);
        Confusion hard = new Confusion(asked);
        for (int fold = 0; fold < folds; fold++) {
            int without = fold;
            TrainedHead trained = learnt(head, Taught.where(taught, t -> t.fold(folds) != without));
            for (Taught t : Taught.where(known, t -> t.fold(folds) == without)) {
                double[] found = Measuring.only(asked, trained.answers(), encodings.answer(trained, t));
                all.add(asked.indexOf(t.lesson().answer()), found);
                if (Measuring.isHard(t)) {
                    hard.add(asked.indexOf(t.lesson().answer()), found);
                }
            }
        }
        String set = "%s, %d folds".formatted(file, folds);
        Result whole = new Result(head, set, "words and encoder", 0, all, 0);
        return hard.size() == all.size()
                ? List.of(whole)
                : List.of(whole, new Result(head, set + ", to companies only", "words and encoder", 0, hard, 0));
    }

    /** A head that learnt from all of these posts. */
    private TrainedHead learnt(Head head, List<Taught> posts) {
        return Training.learn(
                head,
                Taught.where(posts, t -> t.split() != Split.TUNE),
                Taught.where(posts, t -> t.split() == Split.TUNE),
                encodings);
    }

    /**
     * How authors feel in the newest fifth of each file whose posts have times, told by a head that learnt from the older
     * ones alone: a year later people speak of other things.
     */
    public List<Result> newest() {
        List<Result> results = new ArrayList<>();
        for (LabelledFile file : files) {
            for (String language : Head.LANGUAGES) {
                Head head = new Head(Question.SENTIMENT, language);
                List<Taught> timed =
                        Taught.where(Training.taught(head, file.posts(), Lesson::proper), t -> !time(t).isEmpty());
                if (!timed.isEmpty()) {
                    results.addAll(newest(head, file.name(), timed));
                }
            }
        }
        return results;
    }

    private List<Result> newest(Head head, String set, List<Taught> timed) {
        List<String> times = timed.stream().map(CrossValidation::time).sorted().toList();
        String newest = times.get(times.size() * 4 / 5);
        List<Taught> older = Taught.where(timed, t -> time(t).compareTo(newest) < 0);
        TrainedHead trained = learnt(head, older);
        Set<String> known = older.stream().map(CrossValidation::normal).collect(Collectors.toSet());
        List<Taught> test = Taught.where(timed, t -> time(t).compareTo(newest) >= 0 && !known.contains(normal(t)));
        return List.of(new Result(
                head,
                set + ", from " + newest.substring(0, 10) + " on, learnt from what is older",
                "words and encoder",
                older.size(),
                Measuring.confusion(
                        Measuring.asked(head, test, trained.answers()),
                        test,
                        trained,
                        t -> encodings.answer(trained, t)),
                0));
    }

    private static String time(Taught t) {
        return t.post().label(LabelledFile.TIME);
    }

    private static String normal(Taught t) {
        return NormalText.of(t.post().text());
    }

    /**
     * How authors feel in each file, told by a head that learnt from the other files and, where the trade of the file is
     * known, from Tocsin's own posts of other trades: what a brand or a trade gets that was never trained on. Then by
     * the words after they learnt from what that head says of {@link Apprentice#SCHOOLING} posts of the file, without
     * its labels.
     */
    public List<Result> leaveOneOut() {
        List<Result> results = new ArrayList<>();
        for (LabelledFile file : files) {
            for (String language : Head.LANGUAGES) {
                Head head = new Head(Question.SENTIMENT, language);
                List<Taught> taught = Training.taught(head, file.posts(), Lesson::proper);
                List<Taught> others = Training.taught(head, othersThan(file), Lesson::of);
                if (!taught.isEmpty() && !others.isEmpty()) {
                    results.addAll(unseen(head, file.name() + ", never trained on", taught, others));
                }
            }
        }
        return results;
    }

    /**
     * The other files, and Tocsin's own posts but for those of the trades that the file is about; none of them where its
     * trades are not known.
     */
    List<LabelledPost> othersThan(LabelledFile file) {
        Set<String> trades = trades(file);
        Stream<LabelledFile> ours = trades.isEmpty() ? Stream.empty() : own.stream();
        return Stream.concat(files.stream().filter(other -> !other.equals(file)), ours)
                .flatMap(other -> other.posts().stream())
                .filter(post -> !trades.contains(post.label("trade")))
                .toList();
    }

    /** The trades of Tocsin's own posts that are those of a file, or near to them. */
    private static Set<String> trades(LabelledFile file) {
        Set<String> trades = new HashSet<>();
        for (LabelledPost post : file.posts()) {
            if (!post.label("airline").isEmpty()) {
                trades.addAll(OF_TRAVELLERS);
            } else if (Lesson.isReview(post)) {
                trades.addAll(OF_REVIEWERS);
            }
        }
        return trades;
    }

    private List<Result> unseen(Head head, String set, List<Taught> taught, List<Taught> teaching) {
        TrainedHead trained = Training.learn(
                head,
                Taught.where(teaching, t -> t.split() == Split.TRAIN),
                Taught.where(teaching, t -> t.split() == Split.TUNE),
                encodings);
        List<Taught> others = Taught.where(taught, t -> t.split() != Split.TEST);
        List<Taught> stream = others.stream().limit(Apprentice.SCHOOLING).toList();
        List<Taught> test = Stream.concat(
                        Taught.where(taught, t -> t.split() == Split.TEST).stream(),
                        others.stream().skip(stream.size()))
                .limit(MOST_UNSEEN)
                .toList();
        encodings.readAll(
                Stream.concat(test.stream(), stream.stream()).map(Taught::post).toList());
        Apprentice apprentice = new Apprentice(trained);
        stream.forEach(t -> apprentice.hear(t.features(), encodings.answer(trained, t)));
        apprentice.learn();
        List<String> asked = Measuring.asked(head, test, trained.answers());
        Function<Taught, double[]> quick = t -> trained.quick(t.features());
        Function<Taught, double[]> adapted = t -> apprentice.probabilities(t.features());
        Function<Taught, double[]> thorough = t -> encodings.answer(trained, t);
        String after = " after %,d posts of the stream".formatted(stream.size());
        return List.of(
                new Result(head, set, "words", 0, Measuring.confusion(asked, test, trained, quick), 0),
                new Result(head, set, "words and encoder", 0, Measuring.confusion(asked, test, trained, thorough), 0),
                Measuring.cascade(head, set, "cascade", test, trained, Measuring.sure(trained, quick), quick, thorough),
                new Result(head, set, "words" + after, 0, Measuring.confusion(asked, test, trained, adapted), 0),
                Measuring.cascade(
                        head,
                        set,
                        "cascade" + after,
                        test,
                        trained,
                        Measuring.sure(trained, adapted),
                        adapted,
                        thorough));
    }
}
