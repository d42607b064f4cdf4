package io.tocsin.app.cli;

import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.demo.Demo;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the product at work without any set-up. */
@Command(
        name = "demo",
        description = {
            "Runs Tocsin on a crisis of a fictional company; the posts are made by a generator and labelled synthetic.",
            "Nothing leaves this machine: e-mails and webhook calls go to a mailbox in the console."
        })
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Of the console. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data/demo",
            description = "Is emptied at the start. Default: ${DEFAULT-VALUE}")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidSettingsException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting Tocsin with a synthetic crisis ...");
        out.flush();
        try (Demo demo = Demo.start(data, port)) {
            out.println("Tocsin is up: " + demo.console());
            demo.password().ifPresent(password -> out.println("Log-in:  admin / " + password));
            out.println("Mailbox: " + demo.console() + "/mailbox");
            out.println("An incident opens within a minute. Stop with Ctrl-C.");
            out.flush();
            demo.await();
        }
        return 0;
    }
}
