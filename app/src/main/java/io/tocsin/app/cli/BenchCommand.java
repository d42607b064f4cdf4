package io.tocsin.app.cli;

import io.tocsin.analyzer.model.LabelledFile;
import io.tocsin.app.bench.AnalysisBench;
import io.tocsin.app.bench.AnalysisBench.Measure;
import io.tocsin.collector.post.Post;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures how fast Tocsin is on this machine. */
@Command(
        name = "bench",
        description = {
            "Measures how fast the analysis is on this machine, on the posts that are part of Tocsin.",
            "It takes some minutes; run nothing else meanwhile."
        })
public final class BenchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        out.println("| measured | value |\n|---|--:|");
        new AnalysisBench(posts(), measure -> {
                    out.println(row(measure));
                    out.flush();
                })
                .run();
        Runtime memory = Runtime.getRuntime();
        out.printf("| heap in use at the end | %,d MB |%n", (memory.totalMemory() - memory.freeMemory()) >> 20);
        out.flush();
        return 0;
    }

    private static String row(Measure measure) {
        return String.format(Locale.ROOT, "| %s | %,.1f %s |", measure.name(), measure.value(), measure.unit());
    }

    private static List<Post> posts() {
        List<String> texts = LabelledFile.bundled().stream()
                .flatMap(file -> file.posts().stream())
                .filter(post -> post.label("towards").isEmpty())
                .map(post -> post.text())
                .toList();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Post.builder("bench:" + i, "bench", texts.get(i), Instant.EPOCH)
                        .build())
                .toList();
    }
}
