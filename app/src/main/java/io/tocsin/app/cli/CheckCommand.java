package io.tocsin.app.cli;

import io.tocsin.app.check.Finding;
import io.tocsin.app.check.Inspection;
import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.Settings;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.Connectors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.Source;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong with a configuration, then tries out what it names. Nothing is written and nothing is sent. */
@Command(
        name = "check",
        description =
                "Says what is wrong with a configuration, and tries out every store, mail server and source in it.")
public final class CheckCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "tocsin.yaml",
            description = "Default: ${DEFAULT-VALUE}")
    private Path config = Path.of("tocsin.yaml");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InvalidSettingsException {
        Settings settings = SettingsFile.read(config, Purpose.RUN);
        say("ok       " + config + ": every key and value");
        CollectorSettings sources = settings.collector();
        InstantSource clock = InstantSource.system();
        try (HttpFetcher fetcher = new HttpFetcher(sources.fetch(), clock)) {
            List<Finding> findings = new Inspection(settings, connectors(sources, fetcher), clock)
                    .findings()
                    .peek(finding -> say(finding.toString()))
                    .toList();
            return findings.stream().allMatch(Finding::works) ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** A check reads nothing that must be paid for. */
    private static Map<Source, Connector> connectors(CollectorSettings sources, HttpFetcher fetcher) {
        return Connectors.create(sources, fetcher, Memory.ofProcess().paidReads());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
