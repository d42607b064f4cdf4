package io.tocsin.app.cli;

import io.tocsin.collector.PostSink;
import io.tocsin.collector.post.PostLine;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Imports files batch by batch. How far it came is remembered after every batch, under the path of the file together
 * with its size and its time of change: a file that has changed is read anew, which does no harm.
 */
final class FileImport {
    private static final int BATCH = 2_000;
    private static final long MEGABYTE = 1 << 20;

    private final Sources progress;
    private final PostSink sink;
    private final InstantSource clock;
    private final PrintWriter report;

    FileImport(Sources progress, PostSink sink, InstantSource clock, PrintWriter report) {
        this.progress = progress;
        this.sink = sink;
        this.clock = clock;
        this.report = report;
    }

    /** Imports a file, and returns the exit code: 0, or 1 if it holds not a single post. */
    int run(Path file) throws IOException {
        try (PostInput input = new PostInput(file, report);
                ProgressBar bar = bar(file)) {
            String name = name(file);
            long done = lineOf(progress.state(name).cursor());
            for (List<PostLine.Good> batch = input.next(BATCH); !batch.isEmpty(); batch = input.next(BATCH)) {
                take(batch.stream().filter(line -> line.number() > done).toList(), name);
                bar.stepTo(input.bytesRead());
            }
            report.println(
                    file + ": " + input.summary() + (done > 0 ? ", the first " + done + " lines were in already" : ""));
            return input.exitCode();
        }
    }

    private void take(List<PostLine.Good> lines, String name) {
        if (!lines.isEmpty()) {
            sink.accept(lines.stream().map(PostLine.Good::post).toList());
            progress.advance(name, cursor(lines.getLast().number()), lines.size(), clock.instant());
        }
    }

    private static String name(Path file) throws IOException {
        return "import " + file.toRealPath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    private static Cursor cursor(long line) {
        return new Cursor(Long.toString(line));
    }

    private static long lineOf(Cursor cursor) {
        return cursor.equals(Cursor.START) ? 0 : Long.parseLong(cursor.value());
    }

    private static ProgressBar bar(Path file) throws IOException {
        return new ProgressBarBuilder()
                .setTaskName(file.getFileName().toString())
                .setInitialMax(Files.size(file))
                .setUnit("MB", MEGABYTE)
                .build();
    }
}
