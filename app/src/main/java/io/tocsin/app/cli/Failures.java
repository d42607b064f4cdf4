package io.tocsin.app.cli;

import io.tocsin.app.config.InvalidSettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in words why a command ended badly; the log has the rest. */
public final class Failures implements IExecutionExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        if (!(failure instanceof InvalidSettingsException)) {
            log.debug("{} failed", command.getCommandName(), failure);
        }
        command.getErr().println(message(failure));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
