package io.tocsin.analyzer.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes models out of labelled posts. The same files give the same models, byte for byte.
 *
 * <p>Only the {@link Split#TRAIN} part teaches and only {@link Split#TUNE} sets the temperature, so that what
 * {@link Evaluation} finds on the rest holds for the models as they are shipped.
 */
public final class Training {
    private static final double PENALTY = 1e-5;

    private final List<LabelledFile> files;

    public Training(List<LabelledFile> files) {
        this.files = Stream.concat(files.stream(), Stream.of(LabelledFile.invented()))
                .toList();
    }

    /**
     * What was made.
     *
     * @param learntFrom posts that taught it
     */
    public record Made(Head head, Path file, int learntFrom, long bytes) {}

    /**
     * Trains a head and writes its model into a folder.
     *
     * @return what was made; nothing if no file teaches this head
     */
    public Optional<Made> make(Head head, Path folder) throws IOException {
        List<Taught> taught = taught(head, files);
        if (taught.stream().allMatch(t -> t.post().invented())) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(Models.fileName(head));
        try (OutputStream out = Files.newOutputStream(file)) {
            ModelFile.write(learn(head, part(taught, Split.TRAIN), part(taught, Split.TUNE)), out);
        }
        return Optional.of(new Made(head, file, part(taught, Split.TRAIN).size(), Files.size(file)));
    }

    static List<Taught> taught(Head head, List<LabelledFile> files) {
        return files.stream()
                .flatMap(file -> file.posts().stream())
                .parallel()
                .flatMap(post -> Lesson.of(head, post).stream().map(lesson -> new Taught(head, post, lesson)))
                .toList();
    }

    static LinearModel learn(Head head, List<Taught> train, List<Taught> tune) {
        double[] weights = LogisticRegression.learn(examples(head, train), PENALTY);
        LinearModel bold = LinearModel.rounded(head.answers(), weights, 1);
        return LinearModel.rounded(head.answers(), weights, Temperature.of(bold, examples(head, tune)));
    }

    private static List<Taught> part(List<Taught> taught, Split split) {
        return taught.stream().filter(t -> t.split() == split).toList();
    }

    /** Rare classes count more, by the square root of how rare: half-way between a fair mean and a fair mix. */
    private static Examples examples(Head head, List<Taught> part) {
        double[] mass = new double[head.answers().size()];
        part.forEach(t -> mass[t.lesson().answer()] += t.lesson().weight());
        double fair = Arrays.stream(mass).sum() / mass.length;
        Examples examples = new Examples(mass.length);
        for (Taught t : part) {
            double weight =
                    t.lesson().weight() * StrictMath.sqrt(fair / mass[t.lesson().answer()]);
            examples.add(t.features(), t.lesson().answer(), weight);
        }
        return examples;
    }
}
