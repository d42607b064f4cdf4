package io.tocsin.app.cli;

import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.analysis.AnalysisFormat;
import io.tocsin.analyzer.analysis.Appraiser;
import io.tocsin.analyzer.model.Models;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostFile;
import io.tocsin.collector.post.PostLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Posts in, one analysis a line out. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Finds out about every post of a file: language, watches, sentiment, complaint, severity.")
public final class AnalyzeCommand implements Callable<Integer> {
    /** So many posts are judged at once by all processors, and written in the order they came. */
    private static final int BATCH = 2_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "Posts, .jsonl or .jsonl.gz.")
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Analyses, .jsonl or .jsonl.gz.")
    private Path out;

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration with the watches; without, none.")
    private @Nullable Path config;

    private int good;
    private int bad;

    @Override
    public Integer call() throws IOException {
        AnalyzerSettings settings =
                config == null ? AnalyzerSettings.DEFAULT : SettingsFile.read(config).analyzer();
        try (Appraiser appraiser = new Appraiser(settings.watches(), Models.bundled());
                PostFile posts = PostFile.open(in);
                Writer lines = open(out)) {
            while (posts.hasNext()) {
                write(batch(posts), appraiser, lines);
            }
        }
        spec.commandLine().getErr().printf("%d posts analysed, %d lines skipped%n", good, bad);
        return good == 0 && bad > 0 ? 1 : 0;
    }

    private List<Post> batch(PostFile lines) {
        PrintWriter complain = spec.commandLine().getErr();
        List<Post> posts = new ArrayList<>();
        while (lines.hasNext() && posts.size() < BATCH) {
            switch (lines.next()) {
                case PostLine.Good line -> posts.add(line.post());
                case PostLine.Bad line -> {
                    complain.printf("%s line %d: %s%n", in, line.number(), line.reason());
                    bad++;
                }
            }
        }
        good += posts.size();
        return posts;
    }

    private static void write(List<Post> posts, Appraiser appraiser, Writer lines) throws IOException {
        List<String> analyses = posts.parallelStream()
                .map(post -> AnalysisFormat.line(appraiser.appraise(post)))
                .toList();
        for (String analysis : analyses) {
            lines.write(analysis);
            lines.write('\n');
        }
    }

    private static Writer open(Path file) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        return new BufferedWriter(new OutputStreamWriter(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }
}
