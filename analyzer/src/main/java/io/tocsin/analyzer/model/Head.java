package io.tocsin.analyzer.model;

import java.util.List;

/** A question that a model answers about posts in one language. */
public enum Head {
    SENTIMENT_EN("sentiment", "en"),
    SENTIMENT_ZH("sentiment", "zh"),
    COMPLAINT_EN("complaint", "en"),
    COMPLAINT_ZH("complaint", "zh");

    private static final List<String> FEELINGS = List.of("negative", "neutral", "positive");
    private static final List<String> NO_OR_YES = List.of("no", "yes");

    private final String question;
    private final String language;

    Head(String question, String language) {
        this.question = question;
        this.language = language;
    }

    /** The name of its file and of its row in tables. */
    public String word() {
        return question + "-" + language;
    }

    /** What it asks: {@code sentiment} or {@code complaint}. */
    public String question() {
        return question;
    }

    public String language() {
        return language;
    }

    /** The possible answers, in the order of a model's probabilities. */
    public List<String> answers() {
        return question.equals("sentiment") ? FEELINGS : NO_OR_YES;
    }

    Features features() {
        return language.equals("zh") ? Features.CHINESE : Features.ENGLISH;
    }
}
