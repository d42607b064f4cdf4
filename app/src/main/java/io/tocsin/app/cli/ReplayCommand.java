package io.tocsin.app.cli;

import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.Settings;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.app.replay.Replay;
import io.tocsin.collector.post.Post;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what would have rung. */
@Command(
        name = "replay",
        description = "Runs recorded posts through the whole pipeline with a virtual clock; nothing is sent.")
public final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "Posts, .jsonl or .jsonl.gz")
    private Path in;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Watches, rules and escalation")
    private Path config;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "One event a line, .jsonl or .jsonl.gz")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidSettingsException {
        Settings settings = SettingsFile.read(config, Purpose.REPLAY);
        PrintWriter err = spec.commandLine().getErr();
        try (PostInput input = new PostInput(in, err);
                Lines lines = Lines.to(out);
                Replay replay = new Replay(settings, lines::write)) {
            List<Post> posts = input.rest();
            long start = System.nanoTime();
            replay.run(posts);
            double seconds = (System.nanoTime() - start) / 1e9;
            err.printf(
                    "%s; %,d events; %.1f s, %,.0f posts a second%n",
                    input.summary(), lines.written(), seconds, posts.size() / seconds);
            err.flush();
            return input.exitCode();
        }
    }
}
