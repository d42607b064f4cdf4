package io.tocsin.analyzer.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells languages in Latin script apart by their frequent words, which {@code words.txt} lists. */
final class LatinWords {
    private static final String ENGLISH = "en";
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{M}]+(?:['’][\\p{IsLatin}]+)?");
    private static final Pattern FOREIGN = Pattern.compile("[^\\x00-\\x7f’]");
    private static final Map<String, Set<String>> LANGUAGES = read("words.txt");

    private LatinWords() {}

    /**
     * The language with the most frequent words in the text; empty if none has any, or if it is not English and has but
     * one, or if two have as many. English may have one, and wins a tie in plain letters.
     */
    static Optional<String> language(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace('’', '\''))
                .toList();
        Map<String, Long> known = new HashMap<>();
        LANGUAGES.forEach((language, list) ->
                known.put(language, words.stream().filter(list::contains).count()));
        long most = known.values().stream().mapToLong(n -> n).max().orElse(0);
        if (known.getOrDefault(ENGLISH, 0L) == most) {
            boolean alone = known.values().stream().filter(n -> n == most).count() == 1;
            return most > 0 && (alone || plain(words)) ? Optional.of(ENGLISH) : Optional.empty();
        }
        List<String> likeliest = known.keySet().stream()
                .filter(language -> known.getOrDefault(language, 0L) == most)
                .toList();
        return most > 1 && likeliest.size() == 1 ? Optional.of(likeliest.getFirst()) : Optional.empty();
    }

    private static boolean plain(List<String> words) {
        return words.stream().noneMatch(word -> FOREIGN.matcher(word).find());
    }

    private static Map<String, Set<String>> read(String resource) {
        InputStream in = Objects.requireNonNull(LatinWords.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, Set<String>> languages = new HashMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .forEach(words -> languages
                            .computeIfAbsent(words.getFirst(), tag -> new HashSet<>())
                            .addAll(words.subList(1, words.size())));
            return languages;
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }
}
