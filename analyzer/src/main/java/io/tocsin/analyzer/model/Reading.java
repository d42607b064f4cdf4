package io.tocsin.analyzer.model;

import io.tocsin.analyzer.encoder.Encoder;
import io.tocsin.analyzer.encoder.Encoding;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the models make of one text: quickly by its words, or thoroughly by an encoder, too. */
public final class Reading {
    /** One of so many texts that the words are sure of is read thoroughly all the same, lest they be sure and wrong. */
    private static final int SAMPLED = 50;

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

    /** Whether the words alone tell surely enough how the author feels and whether it is a complaint. */
    public boolean isSettled() {
        return models.isSettled(language, features)
                && !(models.areLearning() && Math.floorMod(Arrays.hashCode(features), SAMPLED) == 0);
    }

    /** Lets the words learn from what words and encoder together say, if they are {@link Models#learning}. */
    public void teach() {
        if (models.areLearning()) {
            Apprentices.DECISIVE.forEach(question ->
                    answer(question).ifPresent(answer -> models.hear(new Head(question, language), features, answer)));
        }
    }

    /** The answer to a question, empty if no model was trained for it in this language. */
    public Optional<Answer> answer(Question question) {
        Head head = new Head(question, language);
        return models.head(head)
                .map(trained -> new Answer(
                        trained.answers(),
                        encoding == null
                                ? models.quick(head, trained, features)
                                : trained.thorough(features, encoding.features())));
    }

    /** How much the words of a text speak for an answer rather than against it, by their number and strength. */
    public double evidence(Question question, String answer) {
        return models.head(new Head(question, language))
                .map(trained -> trained.evidence(features, answer))
                .orElse(0.0);
    }

    /** Whether an encoder read the text. */
    public boolean isThorough() {
        return encoding != null;
    }

    /** What the text is near to; empty if no encoder read it. */
    public Optional<float[]> vector() {
        return Optional.ofNullable(encoding).map(Encoding::vector);
    }
}
