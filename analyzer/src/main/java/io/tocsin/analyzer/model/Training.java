package io.tocsin.analyzer.model;

import io.tocsin.analyzer.model.Examples.Example;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes heads out of labelled posts. The same files give the same heads, byte for byte, on the same kind of processor.
 *
 * <p>How much each model of a head is trusted is found on the {@link Split#TUNE} part with models that learnt from the
 * {@link Split#TRAIN} part; then both parts teach. {@link Split#TEST} is looked at by {@link Evaluation} alone, so that
 * what it finds holds for the heads as they are shipped.
 */
public final class Training {
    private static final double PENALTY = 5e-6;
    /** What one post alone has is chance: of the runs of Chinese characters, that is two in three. */
    static final int LEAST = 2;
    /** 0 leaves rare answers rare, 1 makes all equal. */
    private static final double FAIRNESS = 0.85;
    /** Of what rings, the rare answers must not be given too easily. */
    private static final double FAIRNESS_OF_WHAT_RINGS = 0.7;

    /** Tweets are judged by the recall of all answers alike (SemEval-2017 task 4A), and few of them are unhappy. */
    private static final double FAIRNESS_OF_TWEETS = 1;

    /** What sparing the encoder may cost of the macro-F1, and what if a complaint may be missed for it. */
    private static final double LOSS = 0.01;

    private static final double LOSS_OF_WHAT_RINGS = 0.0055;

    private static final Head OF_TWEETS = new Head(Question.SENTIMENT, "en");

    private static final Set<Question> RINGS = EnumSet.of(Question.COMPLAINT, Question.SEVERITY);

    private final List<LabelledPost> given;
    private final List<LabelledPost> posts;
    private final Encodings encodings = Encodings.adapted();

    /** From these files and the sets that are part of Tocsin. */
    public Training(List<LabelledFile> files) {
        this(files, LabelledFile.bundled());
    }

    /** @param own what stands in place of the sets that are part of Tocsin */
    Training(List<LabelledFile> files, List<LabelledFile> own) {
        this.given = LabelledFile.posts(files);
        this.posts = LabelledFile.posts(files, own);
    }

    /**
     * A new head beside the one it would replace, measured on posts that neither learnt from.
     *
     * @param learntFrom posts that taught it
     * @param before how the old one does, {@code null} if there is none with these answers, or nothing to measure with
     * @param after how the new one does, {@code null} if there is nothing to measure with
     */
    public record Candidate(
            Head head,
            int learntFrom,
            @Nullable Confusion before,
            @Nullable Confusion after,
            TrainedHead trained) {

        /** Whether it is at least as good by its macro-F1, or cannot be compared. */
        public boolean isNoWorse() {
            return before == null || after == null || after.macroF1() >= before.macroF1();
        }

        /**
         * Writes it into a folder, which comes to be if need be.
         *
         * @return its file
         */
        public Path write(Path folder) throws IOException {
            Files.createDirectories(folder);
            Path file = folder.resolve(Models.fileName(head));
            try (OutputStream out = Files.newOutputStream(file)) {
                HeadFile.write(trained, out);
            }
            return file;
        }
    }

    /**
     * Trains a head from nothing.
     *
     * @param old what is there
     * @return nothing if the posts do not teach this head at least two answers
     */
    public Optional<Candidate> train(Head head, Models old) {
        List<Taught> taught = askedFor(head, taught(head, posts, Lesson::of), given);
        List<Taught> train = Taught.where(taught, t -> t.split() == Split.TRAIN);
        if (answers(head, train).size() < 2) {
            return Optional.empty();
        }
        List<Taught> tune = Taught.where(taught, t -> t.split() == Split.TUNE);
        TrainedHead trained = learn(head, train, tune, encodings);
        return Optional.of(candidate(head, train.size() + tune.size(), trained, old));
    }

    /** Reasons of a user's own are no reasons to be angry at an airline, which Tocsin's own posts tell. */
    static List<Taught> askedFor(Head head, List<Taught> taught, List<LabelledPost> given) {
        if (head.question() != Question.REASON) {
            return taught;
        }
        Set<String> reasons =
                given.stream().map(post -> post.label(Question.REASON.word())).collect(Collectors.toSet());
        return Taught.where(taught, t -> reasons.contains(t.lesson().answer()));
    }

    /**
     * Lets a head that is there learn from corrections, and keep what it knows besides.
     *
     * @param old what is there
     * @return nothing if there is no such head, or no post corrects one of its answers
     */
    public Optional<Candidate> correct(Head head, Models old) {
        return old.head(head).flatMap(before -> {
            List<Taught> corrections = Taught.where(
                    taught(head, given, Lesson::proper),
                    t -> t.split() != Split.TEST
                            && before.answers().contains(t.lesson().answer()));
            if (corrections.isEmpty()) {
                return Optional.empty();
            }
            Set<LabelledPost> corrected = new HashSet<>(given);
            List<LabelledPost> others = posts.stream()
                    .filter(post -> post.language().equals(head.language()) && !corrected.contains(post))
                    .filter(post -> Split.of(post) == Split.TRAIN)
                    .toList();
            encodings.readAll(Stream.concat(corrections.stream().map(Taught::post), others.stream())
                    .toList());
            TrainedHead better = Correction.of(before, corrections, others, encodings);
            return Optional.of(candidate(head, corrections.size(), better, old));
        });
    }

    private Candidate candidate(Head head, int learntFrom, TrainedHead trained, Models old) {
        List<Taught> test = Taught.where(
                taught(head, posts, Lesson::proper),
                t -> t.split() == Split.TEST && !old.learntFrom(t.post().text()));
        return new Candidate(
                head,
                learntFrom,
                old.head(head)
                        .filter(before -> before.answers().equals(trained.answers()))
                        .map(before -> measured(before, test))
                        .orElse(null),
                measured(trained, test),
                trained);
    }

    private @Nullable Confusion measured(TrainedHead trained, List<Taught> test) {
        List<Taught> known =
                Taught.where(test, t -> trained.answers().contains(t.lesson().answer()));
        encodings.readAll(known.stream().map(Taught::post).toList());
        Confusion confusion = new Confusion(trained.answers());
        known.forEach(t -> confusion.add(trained.answers().indexOf(t.lesson().answer()), encodings.answer(trained, t)));
        return known.isEmpty() ? null : confusion;
    }

    /** Writes into a folder which texts these heads learnt from, so that {@link Evaluation} leaves them out. */
    public void writeTaught(Collection<Head> heads, Path folder) throws IOException {
        List<String> texts = heads.stream()
                .flatMap(head -> taught(head, posts, Lesson::of).stream())
                .filter(t -> t.split() != Split.TEST)
                .map(t -> t.post().text())
                .distinct()
                .toList();
        try (OutputStream out = Files.newOutputStream(
                folder.resolve(Models.TAUGHT), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            TaughtTexts.of(texts).write(out);
        }
    }

    /** Finds what a post teaches a head. */
    interface Teacher {
        Optional<Lesson> lesson(Head head, LabelledPost post);
    }

    static List<Taught> taught(Head head, List<LabelledPost> posts, Teacher teacher) {
        return posts.stream()
                .parallel()
                .filter(post -> post.language().equals(head.language()))
                .flatMap(post -> teacher.lesson(head, post).stream().map(lesson -> new Taught(head, post, lesson)))
                .toList();
    }

    /**
     * A head that learns from all of these posts. How much each of its models is trusted is found with those that learn
     * from a part of them, and are asked about the other.
     */
    static TrainedHead learn(Head head, List<Taught> train, List<Taught> tune, Encodings encodings) {
        List<Taught> all = Stream.concat(train.stream(), tune.stream()).toList();
        encodings.readAll(all.stream().map(Taught::post).toList());
        List<String> answers = answers(head, train);
        Pair tried = Pair.of(examples(head, answers, train, encodings));
        List<Trust.Sample> samples = samples(tried, answers, proper(tune), encodings);
        double alone = Trust.alone(samples);
        Trust trust = Trust.of(samples);
        Pair pair = Pair.of(examples(head, answers, all, encodings));
        return new TrainedHead(
                answers,
                pair.words.tempered(alone),
                pair.meaning,
                trust.first() / alone,
                trust.second(),
                Sureness.of(loss(head), samples, alone, trust));
    }

    /** The two models of a head. */
    private record Pair(LinearModel words, DeepModel meaning) {
        static Pair of(Examples examples) {
            return new Pair(LogisticRegression.learn(examples, PENALTY, LEAST).sparse(), DeepLearning.learn(examples));
        }
    }

    private static List<Trust.Sample> samples(
            Pair tried, List<String> answers, List<Taught> tune, Encodings encodings) {
        return tune.stream()
                .filter(t -> answers.contains(t.lesson().answer()))
                .map(t -> new Trust.Sample(
                        tried.words.scores(t.features()),
                        tried.meaning.scores(Encodings.full(encodings.of(t.post()))),
                        answers.indexOf(t.lesson().answer()),
                        t.lesson().weight()))
                .toList();
    }

    /** What stands in for proper labels is no measure, unless there is nothing else. */
    private static List<Taught> proper(List<Taught> tune) {
        List<Taught> proper = Taught.where(tune, t -> t.lesson().isProper());
        return proper.size() < Trust.FEWEST ? tune : proper;
    }

    /** What a head that learns from these posts can answer. */
    static List<String> answers(Head head, List<Taught> train) {
        List<String> fixed = head.question().answers();
        Stream<String> given = train.stream().map(t -> t.lesson().answer()).distinct();
        return fixed.isEmpty() ? given.sorted().toList() : given.anyMatch(fixed::contains) ? fixed : List.of();
    }

    private static double fairness(Head head) {
        if (head.equals(OF_TWEETS)) {
            return FAIRNESS_OF_TWEETS;
        }
        return RINGS.contains(head.question()) ? FAIRNESS_OF_WHAT_RINGS : FAIRNESS;
    }

    private static double loss(Head head) {
        return RINGS.contains(head.question()) ? LOSS_OF_WHAT_RINGS : LOSS;
    }

    /** Rare answers count more, but not by as much as they are rare: between a fair mean and a fair mix. */
    private static Examples examples(Head head, List<String> answers, List<Taught> train, Encodings encodings) {
        double fairness = fairness(head);
        double[] mass = new double[answers.size()];
        List<Taught> known =
                Taught.where(train, t -> answers.contains(t.lesson().answer()));
        known.forEach(
                t -> mass[answers.indexOf(t.lesson().answer())] += t.lesson().weight());
        double fair = IntStream.range(0, mass.length).mapToDouble(c -> mass[c]).sum() / mass.length;
        Examples examples = new Examples(mass.length);
        for (Taught t : known) {
            int answer = answers.indexOf(t.lesson().answer());
            double[] target = new double[mass.length];
            target[answer] = 1;
            double weight = t.lesson().weight() * StrictMath.pow(fair / mass[answer], fairness);
            examples.add(new Example(t.features(), encodings.of(t.post()), target, weight, new double[mass.length]));
        }
        return examples;
    }
}
