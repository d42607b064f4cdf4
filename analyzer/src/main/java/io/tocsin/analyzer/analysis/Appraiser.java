package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.analysis.SeveritySigns.Found;
import io.tocsin.analyzer.disguise.Disguises;
import io.tocsin.analyzer.entity.ChineseRecognition;
import io.tocsin.analyzer.entity.Dictionary;
import io.tocsin.analyzer.entity.Entities;
import io.tocsin.analyzer.language.Languages;
import io.tocsin.analyzer.model.Answer;
import io.tocsin.analyzer.model.Head;
import io.tocsin.analyzer.model.Models;
import io.tocsin.analyzer.model.Question;
import io.tocsin.analyzer.model.Reading;
import io.tocsin.analyzer.scorer.SentimentScorer;
import io.tocsin.analyzer.scorer.SentimentScores;
import io.tocsin.analyzer.text.Sentence;
import io.tocsin.analyzer.text.Sentences;
import io.tocsin.analyzer.text.Words;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.analyzer.watch.WatchMatcher;
import io.tocsin.collector.post.Post;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out about one post at a time. Any number of threads may ask at once; the same post gets the same answer. */
public final class Appraiser implements AutoCloseable {
    private static final double DIGITS = 10_000;

    private final WatchMatcher watches;
    private final Disguises disguises;
    private final Models models;
    private final Entities entities;
    private final Depth depth;
    private final Optional<SentimentScorer> otherScorer;

    /**
     * @param dictionary the names and the slang that the user knows
     * @param chineseNames what recognises names in Chinese
     * @param depth which posts an encoder reads
     * @param sentiment who says how the authors of English posts feel
     * @throws IllegalArgumentException if the query of a watch cannot be understood
     */
    public Appraiser(
            List<Watch> watches,
            Models models,
            Dictionary dictionary,
            ChineseRecognition chineseNames,
            Depth depth,
            SentimentMethod sentiment) {
        this.watches = new WatchMatcher(watches);
        this.models = models;
        this.disguises = new Disguises(dictionary);
        this.entities = new Entities(dictionary, chineseNames);
        this.depth = depth;
        this.otherScorer = sentiment.scorer();
    }

    public AnalyzedPost appraise(Post post) {
        String language = Languages.of(post.text());
        String meant = disguises.undo(post.text(), language);
        List<String> about = watches.matches(post, meant, language);
        Analysis analysis = models.quick(language, watches.withoutNames(meant, about))
                .map(quick -> judged(meant, language, about, quick))
                .orElseGet(() -> unread(language, about));
        return new AnalyzedPost(post, analysis);
    }

    /** Loads what is loaded when it is first needed, so that no post has to wait for it. */
    public void warmUp() {
        disguises.warmUp();
        entities.warmUp();
        Words.of("你好", "zh");
        Head.LANGUAGES.forEach(language -> models.quick(language, "?").ifPresent(Reading::thorough));
    }

    @Override
    public void close() {
        watches.close();
    }

    /** No text, or a language nobody trained: it is stored and found, but not judged. */
    private static Analysis unread(String language, List<String> about) {
        return new Analysis(language, about, null, Complaint.NONE, Severity.NONE, null, Matter.UNKNOWN, null);
    }

    private Analysis judged(String text, String language, List<String> about, Reading quick) {
        boolean watched = watches.isEmpty() || !about.isEmpty();
        boolean thorough = depth.asksForEncoder(watched, quick::isSettled);
        Reading reading = thorough ? quick.thorough() : quick;
        if (thorough) {
            reading.teach();
        }
        double probability = rounded(complaint(reading));
        List<Sentence> sentences =
                probability < Judgement.DANGEROUS_COMPLAINT ? List.of() : Sentences.of(text, language);
        List<Found> signs = SeveritySigns.in(sentences, language);
        Complaint complaint = Judgement.complaint(probability, signs);
        return new Analysis(
                language,
                about,
                language.equals("en")
                        ? otherScorer
                                .map(scorer -> sentiment(scorer.score(text)))
                                .orElseGet(() -> sentiment(reading))
                        : sentiment(reading),
                complaint,
                Judgement.severity(complaint, complaint.label() ? level(reading) : 1, signs),
                complaint.label() ? key(sentences, language) : null,
                watched || thorough ? matter(text, language, about, reading, complaint) : Matter.UNKNOWN,
                reading.vector().map(Embedding::new).orElse(null));
    }

    private Matter matter(String text, String language, List<String> about, Reading reading, Complaint complaint) {
        return new Matter(
                reading.answer(Question.CATEGORY)
                        .map(answer -> answer.likeliest(category -> Judgement.fits(category, complaint)))
                        .orElse(null),
                complaint.label()
                        ? reading.answer(Question.HARM)
                                .map(Answer::likeliest)
                                .map(Harm::of)
                                .orElse(null)
                        : null,
                reading.answer(Question.ASK).map(Answer::likeliest).map(Ask::of).orElse(Ask.NONE),
                complaint.label() ? ComplaintWords.in(text, language, word -> evidence(word, language)) : List.of(),
                complaint.label() || depth.asksForNames()
                        ? entities.find(text, language)
                        : entities.findWithoutModels(text, language),
                towards(text, language, about));
    }

    /** What is felt towards each of the watches, where other names stand beside it and it is clear enough. */
    private Map<String, Sentiment.Label> towards(String text, String language, List<String> about) {
        Map<String, Sentiment.Label> feelings = new TreeMap<>();
        for (String watch : about) {
            watches.inFocus(text, watch, Models.IN_FOCUS, Models.SOMEBODY_ELSE)
                    .flatMap(focused -> models.quick(language, focused))
                    .flatMap(quick -> quick.thorough().answer(Question.TOWARDS))
                    .filter(answer -> answer.confidence() >= Judgement.CLEAR)
                    .ifPresent(answer -> feelings.put(watch, Sentiment.Label.of(answer.likeliest())));
        }
        return feelings;
    }

    private static Sentiment sentiment(Reading reading) {
        Answer answer = reading.answer(Question.SENTIMENT).orElseThrow();
        return sentiment(answer.probability("negative"), answer.probability("positive"));
    }

    private static Sentiment sentiment(SentimentScores scores) {
        return sentiment(scores.negative(), scores.positive());
    }

    private static Sentiment sentiment(double negative, double positive) {
        double unhappy = rounded(negative);
        double happy = rounded(positive);
        return new Sentiment(unhappy, rounded(1 - unhappy - happy), happy);
    }

    private static int level(Reading reading) {
        return reading.answer(Question.SEVERITY)
                .map(Answer::likeliest)
                .map(Integer::valueOf)
                .orElse(1);
    }

    /** The sentence that is most of a complaint by itself, the first of equals. */
    private @Nullable String key(List<Sentence> sentences, String language) {
        return sentences.stream()
                .max(Comparator.comparingDouble(sentence -> complaint(sentence.text(), language)))
                .map(Sentence::text)
                .orElse(null);
    }

    private double evidence(String word, String language) {
        return models.quick(language, word)
                .map(reading -> reading.evidence(Question.COMPLAINT, "yes"))
                .orElse(0.0);
    }

    private double complaint(String text, String language) {
        return models.quick(language, text).map(Appraiser::complaint).orElse(0.0);
    }

    private static double complaint(Reading reading) {
        return reading.answer(Question.COMPLAINT).orElseThrow().probability("yes");
    }

    /** Four digits are more than the models know. */
    private static double rounded(double probability) {
        return Math.round(probability * DIGITS) / DIGITS;
    }
}
