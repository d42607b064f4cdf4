package io.tocsin.app.cli;

import io.tocsin.analyzer.Analyzer;
import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.analysis.AnalysisFormat;
import io.tocsin.analyzer.analysis.Appraiser;
import io.tocsin.analyzer.analysis.Depth;
import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.collector.post.PostLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Posts in, one analysis a line out. */
@Command(
        name = "analyze",
        description = "Finds out about every post of a file: language, watches, sentiment, complaint, severity.")
public final class AnalyzeCommand implements Callable<Integer> {
    /** So many posts are judged at once by all processors, and written in the order they came. */
    private static final int BATCH = 2_000;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "Posts, .jsonl or .jsonl.gz")
    private Path in = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "One analysis a line, .jsonl or .jsonl.gz")
    private Path out = Path.of("");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The watches; without it every post is looked at as if it were about one")
    private @Nullable Path config;

    @Option(
            names = "--depth",
            paramLabel = "DEPTH",
            description = "full, watched or cascade, as docs/configuration.md explains them; without it what the "
                    + "configuration says, and without that cascade")
    private @Nullable Depth depth;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidSettingsException {
        PrintWriter err = spec.commandLine().getErr();
        long start = System.nanoTime();
        AnalyzerSettings settings = depth == null ? settings() : settings().with(depth);
        try (Appraiser appraiser = Analyzer.appraiser(settings);
                PostInput posts = new PostInput(in, err);
                Lines lines = Lines.to(out)) {
            for (List<PostLine.Good> batch = posts.next(BATCH); !batch.isEmpty(); batch = posts.next(BATCH)) {
                analyses(batch, appraiser).forEach(lines::write);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            err.printf("%s; %.1f s, %,.0f posts a second%n", posts.summary(), seconds, lines.written() / seconds);
            err.flush();
            return posts.exitCode();
        }
    }

    private static List<String> analyses(List<PostLine.Good> batch, Appraiser appraiser) {
        return batch.parallelStream()
                .map(line -> AnalysisFormat.line(appraiser.appraise(line.post())))
                .toList();
    }

    private AnalyzerSettings settings() throws InvalidSettingsException {
        return config == null
                ? AnalyzerSettings.of(List.of()).with(Depth.CASCADE)
                : SettingsFile.read(config, Purpose.REPLAY).analyzer();
    }
}
