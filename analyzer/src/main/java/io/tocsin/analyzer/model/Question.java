package io.tocsin.analyzer.model;

import java.util.List;
import java.util.Locale;

/** What can be asked about a post. */
public enum Question {
    /** Whether the author is unhappy, shows no feeling, or is happy. */
    SENTIMENT("negative", "neutral", "positive"),
    /** Whether it complains: says that a product, a service or a company broke an expectation (Olshtain and Weinbach 1987). */
    COMPLAINT("no", "yes"),
    /** How bad a complaint is. */
    SEVERITY("1", "2", "3"),
    /** What a complaint says was harmed. */
    HARM("safety", "money", "privacy", "legal", "failure", "delay", "rudeness", "quality", "price"),
    /** What the author asks for. */
    ASK("none", "refund", "repair", "apology", "information"),
    /** Where it belongs in the breakdown of the service manager; the answers are those of the labels. */
    CATEGORY,
    /** Why a traveller is unhappy with an airline; the answers are those of the labels. */
    REASON,
    /** What the author feels; the answers are those of the labels. */
    EMOTION,
    /** What the author feels towards one of the companies that are named. */
    TOWARDS("negative", "neutral", "positive"),
    /** What a customer wants to know; the answers are those of the labels. No model of it is part of Tocsin. */
    INTENT;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> answers;

    Question(String... answers) {
        this.answers = List.of(answers);
    }

    /** Its name in files, on the command line and as a label. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The answers there can be, in the order of a model's probabilities; empty if the labels say. */
    List<String> answers() {
        return answers;
    }
}
