package io.tocsin.tuner;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.tocsin.analyzer.encoder.Adapter;
import io.tocsin.analyzer.encoder.Encoder;
import io.tocsin.analyzer.encoder.Pretrained;
import io.tocsin.analyzer.model.Curriculum;
import io.tocsin.analyzer.model.Curriculum.Exercise;
import io.tocsin.analyzer.model.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lets the upper layers of an encoder learn all questions at once, from what labelled posts teach. */
final class Tuning implements AutoCloseable {
    private static final String ENGINE = "PyTorch";
    private static final int RANK = 16;
    private static final int MOST_PIECES = 64;
    private static final int BATCH = 32;
    /** Texts of like length are put together among so many batches, so that little is filled up. */
    private static final int SORTED_BATCHES = 50;

    private static final float RATE = 1e-3f;
    private static final float WARM_UP = 0.06f;
    private static final Dropout WITHIN = new Dropout(0.1f);
    private static final Dropout BEFORE_ANSWERS = new Dropout(0.2f);
    private static final int STEPS_BETWEEN_REPORTS = 50;
    private static final int SEED = 7;

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE);
    private final Learnt learnt = new Learnt(manager);
    private final Random random = new Random(SEED);
    private final Curriculum curriculum;
    private final double rounds;
    private final Consumer<String> report;
    private final Encoder pieces;
    private final LearningEncoder encoder;
    private final Answers answers;
    private final Adam adam;

    /** A text with what the lower layers say of it, in half precision. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Read(Exercise exercise, short[] lower) {}

    /**
     * @param rounds how often everything is looked at
     * @param report gets a line from time to time
     */
    Tuning(Curriculum curriculum, String language, double rounds, Consumer<String> report) {
        this.curriculum = curriculum;
        this.rounds = rounds;
        this.report = report;
        this.pieces = Encoder.asPublished(language);
        Engine.getEngine(ENGINE).setRandomSeed(SEED);
        this.encoder = new LearningEncoder(Pretrained.of(language), RANK, manager, learnt);
        this.answers = new Answers(curriculum, encoder.size(), learnt);
        this.adam = new Adam(learnt, manager);
    }

    /** Learns, and tells on the way how it does on the exercises that only try. */
    Adapter run() {
        List<Read> lessons = read(chosen());
        List<Read> trials = read(curriculum.trials());
        report.accept("%d texts read".formatted(lessons.size() + trials.size()));
        List<List<Read>> batches = batches(repeated(lessons));
        double loss = 0;
        for (int step = 1; step <= batches.size(); step++) {
            loss += learn(batches.get(step - 1), rate(step / (float) batches.size()));
            if (step % STEPS_BETWEEN_REPORTS == 0 || step == batches.size()) {
                report.accept("step %d of %d, loss %.3f".formatted(step, batches.size(), loss / STEPS_BETWEEN_REPORTS));
                loss = 0;
            }
        }
        report.accept(told(tried(trials)));
        return encoder.adapter();
    }

    /** Rises, then falls evenly. */
    private static float rate(float progress) {
        return RATE * Math.min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP));
    }

    /** Of large sets only as many as have a turn. */
    private List<Exercise> chosen() {
        return curriculum.lessons().stream()
                .filter(lesson -> lesson.times() >= 1 || random.nextDouble() < lesson.times() * rounds)
                .toList();
    }

    private List<Read> read(List<Exercise> exercises) {
        return exercises.stream()
                .map(exercise -> new Read(exercise, encoder.lower(cut(pieces.pieces(exercise.text())))))
                .toList();
    }

    private static long[] cut(long[] pieces) {
        long[] cut = Arrays.copyOf(pieces, Math.min(pieces.length, MOST_PIECES));
        cut[cut.length - 1] = pieces[pieces.length - 1];
        return cut;
    }

    private List<Read> repeated(List<Read> lessons) {
        List<Read> all = new ArrayList<>();
        for (Read lesson : lessons) {
            double times = lesson.exercise.times() < 1 ? 1 : lesson.exercise.times() * rounds;
            int whole = (int) times;
            all.addAll(Collections.nCopies(whole + (random.nextDouble() < times - whole ? 1 : 0), lesson));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private List<List<Read>> batches(List<Read> all) {
        List<List<Read>> batches = new ArrayList<>();
        for (List<Read> some : parts(all, BATCH * SORTED_BATCHES)) {
            List<List<Read>> together = parts(
                    some.stream()
                            .sorted(Comparator.comparingInt(read -> read.lower.length))
                            .toList(),
                    BATCH);
            Collections.shuffle(together, random);
            batches.addAll(together);
        }
        return batches;
    }

    private static List<List<Read>> parts(List<Read> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(part -> all.subList(part * size, Math.min(all.size(), (part + 1) * size)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private float learn(List<Read> batch, float rate) {
        float loss;
        try (NDManager temporary = manager.newSubManager();
                GradientCollector gradients = Engine.getEngine(ENGINE).newGradientCollector()) {
            NDArray seen = BEFORE_ANSWERS.of(seen(batch, WITHIN, temporary));
            NDArray wrong = answers.loss(seen, exercises(batch), temporary);
            gradients.backward(wrong);
            loss = wrong.getFloat();
        }
        adam.step(rate);
        return loss;
    }

    private NDArray seen(List<Read> batch, Dropout dropout, NDManager temporary) {
        return encoder.upper(batch.stream().map(Read::lower).toList(), dropout, temporary);
    }

    private static List<Exercise> exercises(List<Read> batch) {
        return batch.stream().map(Read::exercise).toList();
    }

    private Map<Question, Tally> tried(List<Read> trials) {
        Map<Question, Tally> tallies = new EnumMap<>(Question.class);
        for (List<Read> batch : batches(trials)) {
            try (NDManager temporary = manager.newSubManager()) {
                answers.count(seen(batch, Dropout.NONE, temporary), exercises(batch), tallies);
            }
        }
        return tallies;
    }

    private static String told(Map<Question, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(tally -> "%s %.1f %% of %d"
                        .formatted(
                                tally.getKey().word(),
                                tally.getValue().percent(),
                                tally.getValue().all()))
                .collect(Collectors.joining(", ", "right: ", ""));
    }

    @Override
    public void close() {
        manager.close();
    }
}
