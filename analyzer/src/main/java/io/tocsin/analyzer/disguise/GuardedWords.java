package io.tocsin.analyzer.disguise;

import java.util.List;

/** Words of complaint that filters look for, and that people disguise. */
final class GuardedWords {
    static final List<String> ALL =
            Resource.entries("words-zh.txt").stream().distinct().toList();

    private GuardedWords() {}
}
