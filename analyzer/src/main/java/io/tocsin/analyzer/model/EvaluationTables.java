package io.tocsin.analyzer.model;

import io.tocsin.analyzer.model.Evaluation.LanguageResult;
import io.tocsin.analyzer.model.Evaluation.Result;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The results of an {@link Evaluation} as Markdown, which can be read in a terminal too. */
public final class EvaluationTables {
    private static final String HEADS = """
            | head | measured on | by | posts | (learnt from, left out) | accuracy | (commonest answer) | macro-F1 | (commonest answer) | F1 of the second of two | macro-recall | calibration error | (by chance) | posts/s |
            |---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;
    private static final String LANGUAGES = """
            | set | language | posts | right | cannot be told | another |
            |---|---|--:|--:|--:|--:|
            """;

    private EvaluationTables() {}

    /** One row for each result, in percent. */
    public static String heads(List<Result> results) {
        return HEADS + results.stream().map(EvaluationTables::row).collect(Collectors.joining());
    }

    /** What was taken for what. */
    public static String confusions(List<Result> results) {
        return results.stream().map(EvaluationTables::confusion).collect(Collectors.joining("\n"));
    }

    /** One row for each set, in percent. */
    public static String languages(List<LanguageResult> results) {
        return LANGUAGES + results.stream().map(EvaluationTables::row).collect(Collectors.joining());
    }

    private static String row(Result result) {
        Confusion c = result.confusion();
        return "| %s | %s | %s | %d | %d | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        result.head().word(),
                        result.set(),
                        result.method(),
                        c.size(),
                        result.learntFrom(),
                        percent(c.accuracy()),
                        percent(c.majorityAccuracy()),
                        percent(c.macroF1()),
                        percent(c.majorityMacroF1()),
                        c.answers().size() == 2 ? percent(c.f1(1)) : "",
                        percent(c.macroRecall()),
                        percent(c.calibrationError()),
                        percent(c.calibrationErrorByChance()),
                        result.postsPerSecond() == 0
                                ? ""
                                : String.format(Locale.ROOT, "%.0f", result.postsPerSecond()));
    }

    private static String confusion(Result result) {
        Confusion c = result.confusion();
        List<String> answers = c.answers();
        String head = "| %s, %s | %s |%n|---|%s%n"
                .formatted(
                        result.head().word(),
                        result.set() + ", by " + result.method(),
                        answers.stream().map(answer -> "taken for " + answer).collect(Collectors.joining(" | ")),
                        "--:|".repeat(answers.size()));
        return head
                + IntStream.range(0, answers.size())
                        .mapToObj(truth -> "| is %s | %s |%n"
                                .formatted(
                                        answers.get(truth),
                                        IntStream.range(0, answers.size())
                                                .mapToObj(guess -> String.valueOf(c.count(truth, guess)))
                                                .collect(Collectors.joining(" | "))))
                        .collect(Collectors.joining());
    }

    private static String row(LanguageResult result) {
        return "| %s | %s | %d | %s | %s | %s |%n"
                .formatted(
                        result.set(),
                        result.language(),
                        result.posts(),
                        percent(result.right(), result.posts()),
                        percent(result.unknown(), result.posts()),
                        percent(result.posts() - result.right() - result.unknown(), result.posts()));
    }

    private static String percent(int part, int whole) {
        return percent(part / (double) whole);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }
}
