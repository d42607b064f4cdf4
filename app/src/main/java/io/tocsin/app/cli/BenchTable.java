package io.tocsin.app.cli;

import io.tocsin.app.bench.AnalysisBench.Measure;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints figures as Markdown as soon as they are there, below what machine they hold for. */
final class BenchTable implements Consumer<Measure> {
    private final PrintWriter out;
    private final int decimals;

    BenchTable(PrintWriter out, int decimals) {
        this.out = out;
        this.decimals = decimals;
        out.printf("%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        out.println("| measured | value |\n|---|--:|");
    }

    @Override
    public void accept(Measure measure) {
        out.printf(Locale.ROOT, "| %s | %,." + decimals + "f %s |%n", measure.name(), measure.value(), measure.unit());
        out.flush();
    }
}
