package io.tocsin.app;

import io.tocsin.app.cli.AnalyzeCommand;
import io.tocsin.app.cli.BenchCollectCommand;
import io.tocsin.app.cli.BenchCommand;
import io.tocsin.app.cli.BenchCopiesCommand;
import io.tocsin.app.cli.CheckCommand;
import io.tocsin.app.cli.DemoCommand;
import io.tocsin.app.cli.EvaluateCommand;
import io.tocsin.app.cli.Failures;
import io.tocsin.app.cli.ImportCommand;
import io.tocsin.app.cli.ReplayCommand;
import io.tocsin.app.cli.RunCommand;
import io.tocsin.app.cli.SourceCommand;
import io.tocsin.app.cli.TrainCommand;
import io.tocsin.app.wiring.StopSignals;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The entry: names the commands. */
@Command(
        name = "tocsin",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        description = "Hears complaints in forums and feeds, and keeps ringing until somebody answers.",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            SourceCommand.class,
            ImportCommand.class,
            AnalyzeCommand.class,
            ReplayCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "./tocsin test runs the test suite, ./tocsin adapt lets an encoder learn from labelled posts.",
            "docs/configuration.md has every key of the configuration."
        })
public final class Main {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private Main() {}

    public static void main(String[] arguments) {
        quieten();
        StopSignals.handle();
        System.exit(commandLine().execute(arguments));
    }

    /** Commands speak to people; what libraries have to say beyond a warning goes to the log of {@code run} only. */
    private static void quieten() {
        System.setProperty("logback.configurationFile", "io/tocsin/app/commands-log.xml");
        VECTORS.setLevel(Level.SEVERE);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        Objects.requireNonNull(line.getSubcommands().get("bench"))
                .addSubcommand(new BenchCollectCommand())
                .addSubcommand(new BenchCopiesCommand());
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(new Failures());
    }

    /** Reads the version from the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Tocsin " + (version == null ? "(development)" : version)};
        }
    }
}
