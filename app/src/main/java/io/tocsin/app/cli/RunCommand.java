package io.tocsin.app.cli;

import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.Settings;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.app.wiring.Running;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.Connectors;
import io.tocsin.collector.fetch.HttpFetcher;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and runs until it is stopped. */
@Command(name = "run", description = "Reads the sources, rings, and serves the console, until it is stopped.")
public final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "tocsin.yaml",
            description = "Default: ${DEFAULT-VALUE}")
    private Path config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InvalidSettingsException, InterruptedException {
        Settings settings = SettingsFile.read(config, Purpose.RUN);
        CollectorSettings sources = settings.collector();
        try (HttpFetcher fetcher = new HttpFetcher(sources.fetch(), InstantSource.system());
                Running running = Running.start(
                        settings, memory -> Connectors.create(sources, fetcher, memory.paidReads()), beans -> {})) {
            running.firstPassword().ifPresent(this::sayFirstPassword);
            say("Tocsin is up: " + settings.console().url());
            running.await();
        }
        return 0;
    }

    private void sayFirstPassword(String password) {
        say("First log-in: user admin, password " + password + " (you choose your own after it)");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
