package io.tocsin.tuner;

import io.tocsin.analyzer.encoder.Adapter;
import io.tocsin.analyzer.model.Curriculum;
import io.tocsin.analyzer.model.Head;
import io.tocsin.analyzer.model.LabelledFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code ./tocsin adapt}. */
@Command(
        name = "adapt",
        mixinStandardHelpOptions = true,
        description = {
            "Lets an encoder learn from labelled posts, for an hour or more; heads must be trained anew afterwards.",
            "docs/models.md tells what it does and where its file belongs."
        })
public final class Main implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--in", arity = "1..*", paramLabel = "FILE", description = "Labelled posts, .jsonl or .jsonl.gz.")
    private List<Path> in = List.of();

    @Option(names = "--language", required = true, paramLabel = "LANGUAGE", description = "en or zh.")
    private String language = "";

    @Option(
            names = "--rounds",
            defaultValue = "2",
            paramLabel = "N",
            description = "How often all is learnt (default 2).")
    private double rounds;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "What is learnt, like en.adapter.")
    private Path out = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (!Head.LANGUAGES.contains(language)) {
            throw new ParameterException(
                    spec.commandLine(), "--language is one of " + String.join(", ", Head.LANGUAGES));
        }
        Curriculum curriculum = Curriculum.of(LabelledFile.read(in), language);
        try (Tuning tuning = new Tuning(curriculum, language, rounds, this::say);
                OutputStream bytes = Files.newOutputStream(out)) {
            Adapter adapter = tuning.run();
            adapter.write(bytes);
        }
        say("written to " + out);
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
