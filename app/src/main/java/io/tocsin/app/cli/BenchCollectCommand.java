package io.tocsin.app.cli;

import io.tocsin.app.bench.AnalysisBench.Measure;
import io.tocsin.app.bench.CollectBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how much the collector can take on this machine. */
@Command(
        name = "collect",
        description = {
            "Measures what the collector can take on this machine, up to the analysis:",
            "posts from a file, and many feeds on a server of its own. It needs Linux."
        })
public final class BenchCollectCommand implements Callable<Integer> {

    @Option(names = "--sources", defaultValue = "1000", description = "How many feeds. Default: ${DEFAULT-VALUE}")
    private int sources;

    @Option(names = "--every", defaultValue = "60", description = "Seconds between polls. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(names = "--minutes", defaultValue = "10", description = "For how long. Default: ${DEFAULT-VALUE}")
    private int minutes;

    @Option(names = "--posts", defaultValue = "500000", description = "How many in the file. Default: ${DEFAULT-VALUE}")
    private int posts;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        out.println("| measured | value |\n|---|--:|");
        CollectBench.Plan plan =
                new CollectBench.Plan(sources, Duration.ofSeconds(every), Duration.ofMinutes(minutes), posts);
        Path folder = Files.createTempDirectory("tocsin-bench");
        try {
            new CollectBench(plan, folder, measure -> {
                        out.println(row(measure));
                        out.flush();
                    })
                    .run();
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static String row(Measure measure) {
        return String.format(Locale.ROOT, "| %s | %,.0f %s |", measure.name(), measure.value(), measure.unit());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(BenchCollectCommand::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
