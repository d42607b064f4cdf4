package io.tocsin.analyzer.model;

import java.util.Map;

/**
 * A post that people judged.
 *
 * @param language BCP 47 tag
 * @param labels what they said, by question: {@code sentiment}, {@code complaint} and so on
 */
public record LabelledPost(String text, String language, Map<String, String> labels) {

    public LabelledPost {
        labels = Map.copyOf(labels);
    }

    /** The answer to a question, empty if nobody was asked. */
    public String label(String question) {
        return labels.getOrDefault(question, "");
    }
}
