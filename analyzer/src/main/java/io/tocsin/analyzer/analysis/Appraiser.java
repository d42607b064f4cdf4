package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.analysis.SeveritySigns.Found;
import io.tocsin.analyzer.language.Languages;
import io.tocsin.analyzer.model.Models;
import io.tocsin.analyzer.model.Reading;
import io.tocsin.analyzer.text.Sentence;
import io.tocsin.analyzer.text.Sentences;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.analyzer.watch.WatchMatcher;
import io.tocsin.collector.post.Post;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out about one post at a time. Any number of threads may ask at once; the same post gets the same answer. */
public final class Appraiser implements AutoCloseable {
    private static final double DIGITS = 10_000;

    private final WatchMatcher watches;
    private final Models models;

    /** @throws IllegalArgumentException if the query of a watch cannot be understood */
    public Appraiser(List<Watch> watches, Models models) {
        this.watches = new WatchMatcher(watches);
        this.models = models;
    }

    public AnalyzedPost appraise(Post post) {
        String language = Languages.of(post.text());
        List<String> about = watches.matches(post, language);
        Reading reading = models.reading(language, watches.withoutNames(post.text(), about));
        return new AnalyzedPost(post, reading == null ? unread(language, about) : read(post, language, about, reading));
    }

    @Override
    public void close() {
        watches.close();
    }

    /** No text, or a language nobody trained: it is stored and found, but not judged. */
    private static Analysis unread(String language, List<String> about) {
        return new Analysis(language, about, null, Complaint.NONE, Severity.NONE, null);
    }

    private Analysis read(Post post, String language, List<String> about, Reading reading) {
        double probability = rounded(reading.complaint());
        List<Sentence> sentences =
                probability < Judgement.DANGEROUS_COMPLAINT ? List.of() : Sentences.of(post.text(), language);
        List<Found> signs = SeveritySigns.in(sentences, language);
        Complaint complaint = Judgement.complaint(probability, signs);
        Severity severity = Judgement.severity(complaint, signs);
        String key = complaint.label() ? key(sentences, language) : null;
        return new Analysis(language, about, sentiment(reading), complaint, severity, key);
    }

    private static Sentiment sentiment(Reading reading) {
        double negative = rounded(reading.negative());
        double positive = rounded(reading.positive());
        return new Sentiment(negative, rounded(1 - negative - positive), positive);
    }

    /** The sentence that is most of a complaint by itself, the first of equals. */
    private @Nullable String key(List<Sentence> sentences, String language) {
        return sentences.stream()
                .max(Comparator.comparingDouble(sentence -> complaint(sentence, language)))
                .map(Sentence::text)
                .orElse(null);
    }

    private double complaint(Sentence sentence, String language) {
        Reading reading = models.reading(language, sentence.text());
        return reading == null ? 0 : reading.complaint();
    }

    /** Four digits are more than the models know. */
    private static double rounded(double probability) {
        return Math.round(probability * DIGITS) / DIGITS;
    }
}
