package io.tocsin.app.cli;

import io.tocsin.analyzer.model.LabelledFile;
import io.tocsin.app.bench.AnalysisBench;
import io.tocsin.collector.post.Post;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast Tocsin is on this machine. */
@Command(
        name = "bench",
        description = {
            "Measures how fast the analysis is on this machine, on posts of yours or on those that are part of Tocsin,",
            "of which every second is a complaint, which takes longest.",
            "It takes some minutes; run nothing else meanwhile."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int MOST_OF_A_FILE = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--in",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Posts to measure with, .jsonl or .jsonl.gz, up to 10,000 of each file")
    private List<Path> in = List.of();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        BenchTable table = new BenchTable(out, 1);
        Path folder = Files.createTempDirectory("tocsin-bench");
        try {
            new AnalysisBench(posts(), folder, table).run();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        Runtime memory = Runtime.getRuntime();
        out.printf("| heap in use at the end | %,d MB |%n", (memory.totalMemory() - memory.freeMemory()) >> 20);
        out.flush();
        return 0;
    }

    private List<Post> posts() throws IOException {
        List<String> texts = (in.isEmpty() ? LabelledFile.bundled() : LabelledFile.read(in))
                .stream()
                        .flatMap(file -> file.posts().stream().limit(MOST_OF_A_FILE))
                        .filter(post -> post.label("towards").isEmpty())
                        .map(post -> post.text())
                        .toList();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Post.builder("bench:" + i, "bench", texts.get(i), Instant.EPOCH)
                        .build())
                .toList();
    }
}
