package io.tocsin.app.cli;

import io.tocsin.analyzer.Analyzer;
import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.Settings;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.app.wiring.Learning;
import io.tocsin.app.wiring.Stores;
import io.tocsin.collector.CopyFinder;
import io.tocsin.collector.Memory;
import io.tocsin.collector.PostSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings history into the store. */
@Command(
        name = "import",
        description = {
            "Reads posts from files, analyses them and puts them into the store. Nothing is sent.",
            "Stopped at any moment, the same command goes on where it was."
        })
public final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Posts, .jsonl or .jsonl.gz")
    private List<Path> files;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Stores and watches")
    private Path config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidSettingsException {
        Settings settings = SettingsFile.read(config, Purpose.IMPORT);
        PrintWriter err = spec.commandLine().getErr();
        int exitCode = 0;
        try (Stores stores = Stores.open(settings);
                Analyzer analyzer = new Analyzer(Learning.of(settings), stores.posts(), posts -> {})) {
            Memory memory = stores.memory();
            PostSink sink = new CopyFinder(memory.texts(), analyzer);
            FileImport imports = new FileImport(memory.sources(), sink, InstantSource.system(), err);
            for (Path file : files) {
                exitCode = Math.max(exitCode, imports.run(file));
            }
            err.printf("%,d posts in the store%n", stores.posts().count());
            err.flush();
        }
        return exitCode;
    }
}
