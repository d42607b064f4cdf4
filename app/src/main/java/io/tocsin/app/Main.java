package io.tocsin.app;

import io.tocsin.app.cli.AnalyzeCommand;
import io.tocsin.app.cli.CheckCommand;
import io.tocsin.app.cli.DemoCommand;
import io.tocsin.app.cli.EvaluateCommand;
import io.tocsin.app.cli.Failures;
import io.tocsin.app.cli.ImportCommand;
import io.tocsin.app.cli.ReplayCommand;
import io.tocsin.app.cli.RunCommand;
import io.tocsin.app.cli.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The entry: names the commands. */
@Command(
        name = "tocsin",
        description = "Hears complaints in forums and feeds, and keeps ringing until somebody answers.",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            AnalyzeCommand.class,
            ReplayCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            HelpCommand.class
        },
        footer = {"", "./tocsin test runs the test suite. docs/configuration.md has every key of the configuration."})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(new Failures());
    }
}
