package io.tocsin.analyzer.text;

import java.util.List;

/**
 * One sentence.
 *
 * @param text as it stands in the post
 * @param tokens its words and marks in lower case; in Chinese every character is one
 */
public record Sentence(String text, List<String> tokens) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }
}
