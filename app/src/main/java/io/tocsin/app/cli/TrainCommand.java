package io.tocsin.app.cli;

import io.tocsin.analyzer.model.Confusion;
import io.tocsin.analyzer.model.Head;
import io.tocsin.analyzer.model.LabelledFile;
import io.tocsin.analyzer.model.Models;
import io.tocsin.analyzer.model.Training;
import io.tocsin.analyzer.model.Training.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Builds the models from labelled posts. */
@Command(
        name = "train",
        description = {
            "Trains heads, the models that judge posts, from labelled posts.",
            "A head that does worse than the one it would replace is not written. docs/analysis.md tells more."
        })
public final class TrainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Lessons lessons;

    /** What teaches: everything a head should know, or what it got wrong. */
    static final class Lessons {
        @Option(
                names = "--in",
                arity = "1..*",
                paramLabel = "FILE",
                description =
                        "Labelled posts, .jsonl or .jsonl.gz, to train from nothing; docs/analysis.md says what a "
                                + "row looks like.")
        private List<Path> in = List.of();

        @Option(
                names = "--corrections",
                arity = "1..*",
                paramLabel = "FILE",
                description =
                        "Labelled posts that correct the heads which are there; they keep what they know besides.")
        private List<Path> corrections = List.of();

        private List<Path> files() {
            return corrections.isEmpty() ? in : corrections;
        }
    }

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder the models are written to.")
    private Path out = Path.of("");

    @Option(
            names = "--head",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Only these heads, like complaint-en; without it all that the posts teach.")
    private List<String> only = List.of();

    @Option(names = "--even-if-worse", description = "Also write a head that does worse than the one it replaces.")
    private boolean evenIfWorse;

    @Override
    public Integer call() throws IOException {
        List<Head> heads = heads();
        Models old = Files.isDirectory(out) ? Models.read(out) : Models.bundled();
        Training training = new Training(LabelledFile.read(lessons.files()));
        List<Head> written = new ArrayList<>();
        for (Head head : heads) {
            Optional<Candidate> candidate =
                    lessons.corrections.isEmpty() ? training.train(head, old) : training.correct(head, old);
            if (candidate.isPresent() && settled(candidate.get())) {
                written.add(head);
            }
        }
        if (written.isEmpty()) {
            say("Nothing was written.");
            return 1;
        }
        training.writeTaught(written, out);
        return 0;
    }

    private List<Head> heads() {
        List<String> known = Head.BUNDLED.stream().map(Head::word).toList();
        only.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new ParameterException(
                    spec.commandLine(), "There is no head '" + name + "'; there are " + String.join(", ", known));
        });
        return Head.BUNDLED.stream()
                .filter(head -> only.isEmpty() || only.contains(head.word()))
                .toList();
    }

    /** Writes a head if it is good enough, and says so. */
    private boolean settled(Candidate candidate) throws IOException {
        String name = candidate.head().word();
        say("%s: learnt from %d posts; macro-F1 %s, before %s"
                .formatted(name, candidate.learntFrom(), measure(candidate.after()), measure(candidate.before())));
        if (!candidate.isNoWorse() && !evenIfWorse) {
            say(name + ": worse than the one that is there, which stays; --even-if-worse replaces it all the same");
            return false;
        }
        say(name + ": written to " + candidate.write(out));
        return true;
    }

    private static String measure(@Nullable Confusion confusion) {
        return confusion == null
                ? "not measured"
                : String.format(Locale.ROOT, "%.1f (of %d posts)", confusion.macroF1() * 100, confusion.size());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
