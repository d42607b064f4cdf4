package io.tocsin.app.cli;

import io.tocsin.app.check.DoorTrial;
import io.tocsin.app.check.SourceTrial;
import io.tocsin.app.check.SourceTrial.Report;
import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.Settings;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.app.wiring.Stores;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.Memory;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.PaidReads;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a little of one source as a poll would, and shows what is found. Nothing is kept but what was paid. */
@Command(
        name = "test",
        description = "Reads a little of one source, of a forum one list and one thread, and says of each field how"
                + " often it was found, with examples. Nothing is kept. Ends with 0 if a poll would give posts.")
public final class SourceTestCommand implements Callable<Integer> {

    /** The kinds of pages of a forum. */
    enum PageKind {
        LIST,
        THREAD
    }

    private static final PaidReads NOTHING_PAID = Memory.ofProcess().paidReads();

    @Parameters(paramLabel = "NAME", description = "As the configuration calls it")
    private String name = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "tocsin.yaml",
            description = "Default: ${DEFAULT-VALUE}")
    private Path config = Path.of("tocsin.yaml");

    @Option(
            names = "--from",
            paramLabel = "PAGE",
            description = "A saved page of the forum is read, and nothing is asked of the server")
    private @Nullable Path from;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "What the saved page is: list or thread. Without it that is decided by what is found on it")
    private @Nullable PageKind as;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InvalidSettingsException, IOException {
        Settings all = SettingsFile.read(config, Purpose.COLLECT);
        CollectorSettings settings = all.collector();
        Optional<DoorSettings> door =
                settings.doors().stream().filter(one -> one.name().equals(name)).findFirst();
        if (door.isPresent() && from == null) {
            return report(new DoorTrial(door.get(), all.console().url()));
        }
        SourceSettings source = source(settings);
        InstantSource clock = InstantSource.system();
        SurveyPrinter printer = new SurveyPrinter(spec.commandLine().getOut());
        try (HttpFetcher fetcher = new HttpFetcher(settings.fetch(), clock)) {
            Report report = from == null
                    ? live(all, source, fetcher, clock.instant())
                    : saved(from, new SourceTrial(settings, source, fetcher, NOTHING_PAID), clock.instant());
            printer.print(source.source(), report);
            return report.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (SourceException unreadable) {
            printer.print(source.source(), unreadable.problem());
            return ExitCode.SOFTWARE;
        }
    }

    private int report(DoorTrial trial) {
        DoorTrial.Report report = trial.ask();
        new SurveyPrinter(spec.commandLine().getOut()).print(trial.door().source(), report);
        return report.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** What must be paid for is counted where the Tocsin that runs counts it. */
    private Report live(Settings all, SourceSettings source, HttpFetcher fetcher, Instant now) throws SourceException {
        if (!source.isPaid()) {
            return new SourceTrial(all.collector(), source, fetcher, NOTHING_PAID).live(now);
        }
        try (Database database = database(all)) {
            PaidReads paid = Memory.in(database).paidReads();
            return new SourceTrial(all.collector(), source, fetcher, paid).live(now);
        }
    }

    private Database database(Settings all) {
        try {
            return Stores.openDatabase(all);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "What " + name + " reads must be paid for, and is counted in the database. If Tocsin runs and has"
                            + " it open, stop it first, or ask ./tocsin check, which costs nothing. "
                            + e.getMessage(),
                    e);
        }
    }

    private Report saved(Path page, SourceTrial trial, Instant now) throws SourceException, IOException {
        if (!Files.isReadable(page)) {
            throw new ParameterException(
                    spec.commandLine(), "the page " + page + " cannot be read; save it first, and give its path");
        }
        Optional<String> kind = Optional.ofNullable(as).map(one -> one.name().toLowerCase(Locale.ROOT));
        return trial.saved(Files.readAllBytes(page), kind, now);
    }

    private SourceSettings source(CollectorSettings settings) {
        return settings.sources().stream()
                .filter(source -> source.source().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), nothingToTry(settings)));
    }

    private String nothingToTry(CollectorSettings settings) {
        if (settings.doors().stream().anyMatch(door -> door.name().equals(name))) {
            return "the source " + name + " is of kind api and has no pages; leave out --from";
        }
        String names = Stream.concat(
                        settings.sources().stream()
                                .map(source -> source.source().name()),
                        settings.doors().stream().map(DoorSettings::name))
                .collect(Collectors.joining(", "));
        return "there is no source " + name + " in " + config + "; there are: " + names;
    }
}
