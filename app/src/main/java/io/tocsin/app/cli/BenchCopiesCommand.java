package io.tocsin.app.cli;

import io.tocsin.app.bench.CopyBench;
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

/** Measures how well copies are told from other posts. */
@Command(
        name = "copies",
        description = {
            "Measures how many copies of posts are found after small changes, and how many posts of a file are taken",
            "for copies of another in it. Some of the latter are: look at them before you judge."
        })
public final class BenchCopiesCommand implements Callable<Integer> {
    private static final int MOST_OF_A_FILE = 10_000;

    @Option(
            names = "--in",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Posts, .jsonl or .jsonl.gz, up to 10,000 of each file")
    private List<Path> in = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        CopyBench bench = new CopyBench(new BenchTable(spec.commandLine().getOut(), 1));
        for (Path file : in) {
            try (PostInput posts = new PostInput(file, err)) {
                bench.run(
                        file.getFileName().toString().replaceFirst("\\.jsonl(\\.gz)?$", ""),
                        posts.next(MOST_OF_A_FILE).stream()
                                .map(line -> line.post())
                                .map(Post::text)
                                .toList());
            }
        }
        return 0;
    }
}
