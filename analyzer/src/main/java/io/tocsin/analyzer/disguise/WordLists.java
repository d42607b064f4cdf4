package io.tocsin.analyzer.disguise;

import io.tocsin.analyzer.text.ResourceLines;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists that come with Tocsin: entries between spaces, {@code #} begins a line of comment. */
final class WordLists {
    /** Words of complaint that filters look for, and that people disguise. */
    static final List<String> GUARDED = entries("words-zh.txt").distinct().toList();

    /** Characters by the two parts that they are written in. */
    static final Map<String, String> SPLIT = entries("split-zh.txt")
            .map(entry -> entry.split("="))
            .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));

    private WordLists() {}

    private static Stream<String> entries(String name) {
        return ResourceLines.of(WordLists.class, name).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(entry -> !entry.isBlank());
    }
}
