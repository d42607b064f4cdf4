package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.text.Sentence;
import io.tocsin.analyzer.text.Sentences;
import java.util.List;

/** Words that stand next to each other; one that ends in {@code *} is every word that begins so. */
record Phrase(List<String> words) {
    private static final String ANY_ENDING = "*";

    Phrase {
        words = List.copyOf(words);
    }

    /** Cut into words as posts are, so that both fit. */
    static Phrase of(String line, String language) {
        boolean open = line.endsWith(ANY_ENDING);
        String closed = open ? line.substring(0, line.length() - 1) : line;
        List<String> words = Sentences.of(closed, language).stream()
                .map(Sentence::tokens)
                .flatMap(List::stream)
                .toList();
        return new Phrase(open ? withAnyEnding(words) : words);
    }

    /** Whether it stands at this place. */
    boolean standsAt(int at, List<String> tokens) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!fits(words.get(i), tokens.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    int length() {
        return words.size();
    }

    private static boolean fits(String word, String token) {
        return word.endsWith(ANY_ENDING) ? token.startsWith(word.substring(0, word.length() - 1)) : token.equals(word);
    }

    private static List<String> withAnyEnding(List<String> words) {
        List<String> open = new java.util.ArrayList<>(words);
        open.set(open.size() - 1, open.getLast() + ANY_ENDING);
        return open;
    }
}
