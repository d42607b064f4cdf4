package io.tocsin.app.cli;

import io.tocsin.analyzer.model.Head;
import io.tocsin.analyzer.model.LabelledFile;
import io.tocsin.analyzer.model.Training;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the models from labelled posts. */
@Command(
        name = "train",
        description = {
            "Builds the models of sentiment and complaints from labelled posts.",
            "The same files give the same models, byte for byte."
        })
public final class TrainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--in",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description = "Labelled posts, .jsonl or .jsonl.gz; docs/quality.md says what a row looks like.")
    private List<Path> in = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder the models are written to.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        List<LabelledFile> files = new ArrayList<>();
        for (Path file : in) {
            files.add(LabelledFile.read(file));
        }
        Training training = new Training(files);
        int made = 0;
        for (Head head : Head.values()) {
            var result = training.make(head, out);
            print.println(result.map(m -> "%s: learnt from %d posts, %s, %d kB"
                            .formatted(head.word(), m.learntFrom(), m.file(), m.bytes() / 1000))
                    .orElse(head.word() + ": none of the files has posts to learn it from"));
            print.flush();
            made += result.isPresent() ? 1 : 0;
        }
        return made > 0 ? 0 : 1;
    }
}
