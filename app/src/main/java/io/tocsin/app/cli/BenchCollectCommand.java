package io.tocsin.app.cli;

import io.tocsin.app.bench.CollectBench;
import io.tocsin.app.config.InvalidSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how much the collector can take on this machine. */
@Command(
        name = "collect",
        description = {
            "Measures what the collector can take on this machine, up to the analysis:",
            "posts that are brought over HTTP, posts from a file, and many feeds on a server of its own. It needs",
            "Linux. A part that is given no time, or no posts, is left out."
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

    @Option(
            names = "--door",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "For how long posts are brought over HTTP. Default: ${DEFAULT-VALUE}")
    private int door;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, InvalidSettingsException {
        BenchTable table = new BenchTable(spec.commandLine().getOut(), 0);
        CollectBench.Plan plan = new CollectBench.Plan(
                sources, Duration.ofSeconds(every), Duration.ofMinutes(minutes), posts, Duration.ofSeconds(door));
        Path folder = Files.createTempDirectory("tocsin-bench");
        try {
            new CollectBench(plan, folder, table).run();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return 0;
    }
}
