package io.tocsin.analyzer.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A question about posts in one language.
 *
 * @param language BCP 47 tag
 */
public record Head(Question question, String language) {
    /** The languages there are encoders for. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    /** Those that are part of Tocsin. */
    public static final List<Head> BUNDLED = LANGUAGES.stream()
            .flatMap(language -> Stream.of(Question.values()).map(question -> new Head(question, language)))
            .filter(head -> head.question != Question.INTENT)
            .filter(head -> head.question != Question.REASON || head.language.equals("en"))
            .filter(head -> head.question != Question.EMOTION || head.language.equals("zh"))
            .toList();

    /** The name of its file and of its row in tables. */
    public String word() {
        return question.word() + "-" + language;
    }
}
