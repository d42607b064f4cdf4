package io.tocsin.analyzer.model;

import io.tocsin.analyzer.encoder.Encoder;
import io.tocsin.analyzer.encoder.Encoding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the models make of one text: quickly by its words, or thoroughly by an encoder, too. */
public final class Reading {
    /** From this probability on, an answer by the words alone is sure. */
    public static final double SURE = 0.95;

    private final Models models;
    private final String language;
    private final String text;
    private final int[] features;
    private final @Nullable Encoding encoding;

    Reading(Models models, String language, String text, int[] features, @Nullable Encoding encoding) {
        this.models = models;
        this.language = language;
        this.text = text;
        this.features = features;
        this.encoding = encoding;
    }

    /** The same text read by an encoder. */
    public Reading thorough() {
        return new Reading(
                models, language, text, features, Encoder.of(language).encode(NormalText.readable(text)));
    }

    /** The answer to a question, empty if no model was trained for it in this language. */
    public Optional<Answer> answer(Question question) {
        return models.head(new Head(question, language))
                .map(head -> new Answer(
                        head.answers(),
                        encoding == null ? head.quick(features) : head.thorough(features, encoding.features())));
    }

    /** What the text is near to; empty if no encoder read it. */
    public Optional<float[]> vector() {
        return Optional.ofNullable(encoding).map(Encoding::vector);
    }
}
