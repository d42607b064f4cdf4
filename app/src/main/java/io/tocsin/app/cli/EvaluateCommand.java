package io.tocsin.app.cli;

import io.tocsin.analyzer.model.CrossValidation;
import io.tocsin.analyzer.model.Evaluation;
import io.tocsin.analyzer.model.Evaluation.Result;
import io.tocsin.analyzer.model.EvaluationTables;
import io.tocsin.analyzer.model.LabelledFile;
import io.tocsin.analyzer.model.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the models on labelled posts. */
@Command(
        name = "evaluate",
        description = {
            "Measures the heads on labelled posts that they did not learn from: those given, and those that are part of Tocsin.",
            "The figures are in percent; in brackets is what always giving the commonest answer would reach."
        })
public final class EvaluateCommand implements Callable<Integer> {
    private static final String WHAT_IS_NEEDED = """
            Measured on the sets that are part of Tocsin alone. Give more labelled posts by --in FILE...: .jsonl or .jsonl.gz, one row a line like
              {"text":"...","language":"en","labels":{"sentiment":"negative"}}
              {"text":"...","language":"en","labels":{"complaint":"1","domain":"services"}}
              {"text":"...","language":"zh","labels":{"emotion":"angry"}}
            docs/quality.md lists the public sets the models were trained on and where each comes from.""";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--in", arity = "1..*", paramLabel = "FILE", description = "Labelled posts.")
    private List<Path> in = List.of();

    @Option(names = "--models", paramLabel = "DIR", description = "Models made by 'train' instead of those in the jar.")
    private @Nullable Path models;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description =
                    "Also train every model anew for each file of at most 10,000 posts, N times without one part of"
                            + " the posts, and measure on what was left out.")
    private int folds;

    @Option(
            names = "--unseen",
            description =
                    "Also train a sentiment model for each file from the other files, and from Tocsin's own posts of"
                            + " other trades where the file is of a trade, and measure how it does on what it never"
                            + " saw, at once and after it read 3,000 posts of the file without their labels.")
    private boolean unseen;

    @Option(
            names = "--newest",
            description =
                    "Also train a sentiment model for each file from its older posts, and measure on the newest fifth.")
    private boolean newest;

    @Option(
            names = "--core-nlp",
            paramLabel = "N",
            defaultValue = "100",
            description = "Posts of each English set that CoreNLP's sentiment is measured on beside (default 100), "
                    + "some eight a second.")
    private int mostForCoreNlp;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also write the tables there.")
    private @Nullable Path markdown;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        if (in.isEmpty()) {
            print.println(WHAT_IS_NEEDED);
        }
        List<LabelledFile> files = LabelledFile.read(in);
        String tables = tables(
                new Evaluation(files, mostForCoreNlp),
                new CrossValidation(files),
                models == null ? Models.bundled() : Models.read(models));
        print.print(tables);
        print.flush();
        if (markdown != null) {
            Files.writeString(markdown, tables);
        }
        return 0;
    }

    private String tables(Evaluation evaluation, CrossValidation validation, Models measured) {
        List<Result> results = new ArrayList<>(evaluation.heads(measured));
        if (folds > 1) {
            results.addAll(validation.folds(folds));
        }
        if (unseen) {
            results.addAll(validation.leaveOneOut());
        }
        if (newest) {
            results.addAll(validation.newest());
        }
        return EvaluationTables.heads(results) + "\n" + EvaluationTables.languages(evaluation.languages()) + "\n"
                + EvaluationTables.confusions(results);
    }
}
