package io.tocsin.app.bench;

import io.tocsin.analyzer.analysis.Appraiser;
import io.tocsin.analyzer.analysis.Depth;
import io.tocsin.analyzer.analysis.SentimentMethod;
import io.tocsin.analyzer.entity.Dictionary;
import io.tocsin.analyzer.language.Languages;
import io.tocsin.analyzer.model.Models;
import io.tocsin.analyzer.scorer.CoreNlpSentiment;
import io.tocsin.analyzer.scorer.SentimentScorer;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.analyzer.watch.WatchMatcher;
import io.tocsin.collector.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The speed of the analysis, beside that of CoreNLP's sentiment on the same posts in the same run. */
public final class AnalysisBench {
    private static final int WATCHES = 1_000;
    private static final int ROUNDS_OF_SCREENING = 20;
    private static final int FOR_CORE_NLP = 40;
    private static final double NANOS = 1e9;
    /** Every post is about it. */
    private static final Watch EVERYTHING = new Watch("everything", "platform:bench");

    private final List<Post> posts;
    private final Consumer<Measure> report;

    /**
     * One figure.
     *
     * @param unit {@code posts/s} or {@code ms}
     */
    public record Measure(String name, double value, String unit) {}

    /**
     * @param posts of the platform {@code bench}, English and Chinese
     * @param report gets every figure as soon as it is there
     */
    public AnalysisBench(List<Post> posts, Consumer<Measure> report) {
        this.posts = List.copyOf(posts);
        this.report = report;
    }

    public void run() {
        List<Post> english = posts.stream()
                .filter(post -> Languages.of(post.text()).equals("en"))
                .toList();
        List<Post> chinese = posts.stream()
                .filter(post -> Languages.of(post.text()).equals("zh"))
                .toList();
        screening();
        start();
        depth("full analysis, English", english, Depth.FULL);
        depth("full analysis, Chinese", chinese, Depth.FULL);
        depth("cascade, mixed", posts, Depth.CASCADE);
        alone();
        coreNlp(english.subList(0, Math.min(FOR_CORE_NLP, english.size())));
    }

    /** Language and a thousand watches. */
    private void screening() {
        List<Watch> watches = IntStream.range(0, WATCHES)
                .mapToObj(i -> new Watch("w" + i, "brand" + i + " OR \"maker " + i + "\" OR 品牌" + i))
                .toList();
        try (WatchMatcher matcher = new WatchMatcher(watches)) {
            List<Post> many = Stream.generate(posts::stream)
                    .limit(ROUNDS_OF_SCREENING)
                    .flatMap(all -> all)
                    .toList();
            screen(matcher, posts);
            report.accept(new Measure(
                    "screening: language and 1,000 watches",
                    rate(many.size(), () -> screen(matcher, many)),
                    "posts/s"));
        }
    }

    private static void screen(WatchMatcher matcher, List<Post> posts) {
        posts.parallelStream().forEach(post -> matcher.matches(post, Languages.of(post.text())));
    }

    /** From nothing loaded to everything ready, and how long the first post then takes. */
    private void start() {
        long begin = System.nanoTime();
        try (Appraiser appraiser = appraiser(Depth.FULL)) {
            appraiser.warmUp();
            long ready = System.nanoTime();
            appraiser.appraise(posts.getFirst());
            long done = System.nanoTime();
            report.accept(new Measure("start of the analysis", (ready - begin) / 1e6, "ms"));
            report.accept(new Measure("the first post after it", (done - ready) / 1e6, "ms"));
        }
    }

    private void depth(String name, List<Post> some, Depth depth) {
        try (Appraiser appraiser = appraiser(depth)) {
            some.parallelStream().limit(some.size() / 2).forEach(appraiser::appraise);
            report.accept(new Measure(
                    name, rate(some.size(), () -> some.parallelStream().forEach(appraiser::appraise)), "posts/s"));
        }
    }

    private void alone() {
        try (Appraiser appraiser = appraiser(Depth.FULL)) {
            List<Double> times = new ArrayList<>();
            for (Post post : posts) {
                long begin = System.nanoTime();
                appraiser.appraise(post);
                times.add((System.nanoTime() - begin) / 1e6);
            }
            double[] sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
            report.accept(new Measure("one post alone, median", sorted[sorted.length / 2], "ms"));
            report.accept(new Measure("one post alone, 99th percentile", sorted[sorted.length * 99 / 100], "ms"));
        }
    }

    private void coreNlp(List<Post> english) {
        SentimentScorer scorer = new CoreNlpSentiment();
        scorer.score("Hello.");
        double rate = rate(english.size(), () -> english.parallelStream().forEach(post -> scorer.score(post.text())));
        report.accept(new Measure("CoreNLP tokenize, pos, parse, sentiment, English", rate, "posts/s"));
    }

    private static Appraiser appraiser(Depth depth) {
        return new Appraiser(List.of(EVERYTHING), Models.bundled(), Dictionary.EMPTY, depth, SentimentMethod.HEADS);
    }

    private static double rate(int posts, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return posts * NANOS / (System.nanoTime() - begin);
    }
}
