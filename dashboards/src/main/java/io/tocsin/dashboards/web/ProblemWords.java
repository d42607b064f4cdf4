package io.tocsin.dashboards.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a source, in the reader's language. It is found and stored in English; here its sentences are known
 * by their shape, and said in Chinese with the same names, addresses and numbers in them.
 */
final class ProblemWords {
    private static final String FILE = "problems_zh.txt";
    private static final Pattern GAP = Pattern.compile("\\{(\\d)(!?)}");
    private static final List<Sentence> CHINESE = read();

    private ProblemWords() {}

    /** In Chinese for those who read it; in English if nobody has said it in Chinese yet. */
    static String in(Locale language, String message) {
        return isChinese(language) ? chinese(message).orElse(message) : message;
    }

    /** The language that it is in then. */
    static String languageOf(Locale language, String message) {
        return isChinese(language) && chinese(message).isPresent() ? "zh" : "en";
    }

    private static boolean isChinese(Locale language) {
        return language.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    static Optional<String> chinese(String message) {
        return CHINESE.stream()
                .flatMap(sentence -> sentence.of(message).stream())
                .findFirst();
    }

    /**
     * A sentence with gaps.
     *
     * @param english with a group for each gap
     * @param gaps their numbers, in the order of the groups
     */
    record Sentence(Pattern english, List<String> gaps, String chinese) {

        static Sentence of(String english, String chinese) {
            StringBuilder pattern = new StringBuilder();
            List<String> gaps = new ArrayList<>();
            int from = 0;
            for (MatchResult gap : GAP.matcher(english).results().toList()) {
                pattern.append(Pattern.quote(english.substring(from, gap.start())))
                        .append("(.+?)");
                gaps.add(gap.group(1));
                from = gap.end();
            }
            pattern.append(Pattern.quote(english.substring(from)));
            return new Sentence(Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(gaps), chinese);
        }

        Optional<String> of(String message) {
            Matcher said = english.matcher(message);
            return said.matches()
                    ? Optional.of(GAP.matcher(chinese).replaceAll(gap -> Matcher.quoteReplacement(fill(gap, said))))
                    : Optional.empty();
        }

        private String fill(MatchResult gap, MatchResult said) {
            String words = said.group(1 + gaps.indexOf(gap.group(1)));
            return gap.group(2).isEmpty() ? words : ProblemWords.chinese(words).orElse(words);
        }
    }

    private static List<Sentence> read() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProblemWords.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            List<String> lines = file.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            List<Sentence> sentences = new ArrayList<>();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                sentences.add(Sentence.of(lines.get(i), lines.get(i + 1)));
            }
            return List.copyOf(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
