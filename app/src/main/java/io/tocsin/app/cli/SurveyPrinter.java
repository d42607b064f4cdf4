package io.tocsin.app.cli;

import io.tocsin.app.check.DoorTrial;
import io.tocsin.app.check.SourceTrial.Report;
import io.tocsin.collector.connect.Survey;
import io.tocsin.collector.connect.Survey.Tally;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Shows what was found in a source. */
record SurveyPrinter(PrintWriter out) {
    private static final int MOST_SHOWN = 50;

    void print(Source source, Report report) {
        out.printf(
                "source %s: %s%s%n",
                source.name(),
                source.kind(),
                report.recognised()
                        .map(software -> ", recognised as " + software)
                        .orElse(""));
        report.surveys().forEach(this::print);
        out.println(
                report.isGood()
                        ? "ok: every field that is needed was found"
                        : "problem: a poll of this source would give nothing");
        out.flush();
    }

    /** For posts that are brought: where to, how many have come, and how to bring one. */
    void print(Source source, DoorTrial.Report report) {
        out.printf("source %s: %s%n%n", source.name(), source.kind());
        out.println("  address  " + report.address());
        out.printf("  token    set, %d characters%n", report.tokenLength());
        Long posts = report.posts();
        if (posts != null) {
            out.println(
                    "  posts    " + (report.last() == null ? "none yet" : posts + ", the last at " + report.last()));
        }
        out.printf("%n  to bring one, with the token in the variable TOKEN:%n%s%n", example(report.address()));
        if (report.problem() != null) {
            print(report.problem());
        } else {
            out.println("ok: the door is open for this token");
        }
        out.flush();
    }

    private static String example(String address) {
        return """
                    curl %s -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
                      -d '{"id":"crm:1","platform":"crm","text":"No signal.","created_at":"2026-01-01T00:00:00Z"}'
                """.formatted(address);
    }

    void print(Source source, Problem problem) {
        out.printf("source %s: %s%n", source.name(), source.kind());
        print(problem);
        out.flush();
    }

    private void print(Survey survey) {
        out.printf("%n%s %s%n", survey.page(), survey.asked());
        if (survey.wasRedirected()) {
            out.printf("  redirected to %s; put that into the configuration%n", survey.found());
        }
        out.printf("  %d found%n", survey.items());
        survey.tallies().forEach(this::print);
        Problem problem = survey.problem();
        if (problem != null) {
            print(problem);
        }
        if (problem == null && survey.items() == 0) {
            out.println("problem: it can be read, but gives nothing now");
        }
        out.println();
    }

    private void print(Problem problem) {
        out.println("problem: " + problem.message());
    }

    private void print(Tally tally) {
        String often = tally.found() + " of " + tally.items();
        String examples = tally.examples().stream().map(SurveyPrinter::cut).collect(Collectors.joining(" | "));
        String line = "  %-16s %-9s %s".formatted(tally.field() + (tally.required() ? " *" : ""), often, examples);
        out.println(line.stripTrailing());
    }

    private static String cut(String value) {
        String line = value.replace('\n', ' ');
        boolean fits = line.codePointCount(0, line.length()) <= MOST_SHOWN;
        return fits ? line : line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }
}
