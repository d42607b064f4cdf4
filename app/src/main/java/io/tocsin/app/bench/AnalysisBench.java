package io.tocsin.app.bench;

import io.tocsin.analyzer.Analyzer;
import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.analysis.Appraiser;
import io.tocsin.analyzer.analysis.Depth;
import io.tocsin.analyzer.language.Languages;
import io.tocsin.analyzer.scorer.CoreNlpSentiment;
import io.tocsin.analyzer.scorer.SentimentScorer;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.analyzer.watch.WatchMatcher;
import io.tocsin.collector.post.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The speed of the analysis, beside that of CoreNLP's sentiment on the same posts in the same run. */
public final class AnalysisBench {
    private static final int WATCHES = 1_000;
    private static final int ROUNDS_OF_SCREENING = 20;
    private static final int MOST_OF_A_LANGUAGE = 1_000;
    /** Posts that go by before, for a server runs for weeks, and Java compiles what is often used while it runs. */
    private static final int MOST_OF_WARM_UP = 3_000;

    /** In each language. */
    private static final int MOST_OF_A_CASCADE = 3_000;
    /** So many posts teach the words of a cascade in each language. */
    private static final int SCHOOLING = 3_000;

    /** Makes the same mixture each time. */
    private static final int SEED = 1;

    private static final int FOR_CORE_NLP = 40;
    private static final double NANOS = 1e9;
    /** Every post is about it. */
    private static final Watch EVERYTHING = new Watch("everything", "platform:bench");

    private final List<Post> posts;
    private final Path folder;
    private final Consumer<Measure> report;

    /**
     * One figure.
     *
     * @param unit {@code posts/s} or {@code ms}
     */
    public record Measure(String name, double value, String unit) {}

    /**
     * @param posts of the platform {@code bench}, English and Chinese
     * @param folder an empty one, for what is learnt meanwhile
     * @param report gets every figure as soon as it is there
     */
    public AnalysisBench(List<Post> posts, Path folder, Consumer<Measure> report) {
        this.posts = List.copyOf(posts);
        this.folder = folder;
        this.report = report;
    }

    public void run() {
        List<Post> english = of("en");
        List<Post> chinese = of("zh");
        screening();
        start();
        full("English", english);
        full("Chinese", chinese);
        cascade(english, chinese);
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

    private List<Post> of(String language) {
        return posts.stream()
                .filter(post -> Languages.of(post.text()).equals(language))
                .toList();
    }

    private void full(String language, List<Post> all) {
        List<Post> some = all.subList(0, Math.min(all.size(), MOST_OF_A_LANGUAGE));
        try (Appraiser appraiser = appraiser(Depth.FULL)) {
            appraise(appraiser, all.subList(some.size() / 2, Math.min(all.size(), MOST_OF_WARM_UP)));
            double rate = rate(some.size(), () -> appraise(appraiser, some));
            report.accept(new Measure("full analysis, " + language, rate, "posts/s"));
        }
    }

    /** As it comes with Tocsin, and after it learnt from posts that are not measured with. */
    private void cascade(List<Post> english, List<Post> chinese) {
        List<Post> school = Stream.of(english, chinese)
                .flatMap(all -> all.stream().limit(SCHOOLING))
                .toList();
        List<Post> later = new ArrayList<>(Stream.of(english, chinese)
                .flatMap(all -> all.stream().skip(SCHOOLING).limit(MOST_OF_A_CASCADE))
                .toList());
        Collections.shuffle(later, new Random(SEED));
        List<Post> measured = later.isEmpty() ? posts : later;
        try (Appraiser appraiser = appraiser(Depth.CASCADE)) {
            cascade("cascade, mixed", appraiser, measured);
        }
        if (!later.isEmpty()) {
            try (Appraiser appraiser = learning()) {
                appraise(appraiser, school);
                cascade("cascade, mixed, after " + school.size() + " posts of the stream", appraiser, measured);
            }
        }
    }

    private void cascade(String name, Appraiser appraiser, List<Post> some) {
        appraise(appraiser, some.subList(0, some.size() / 4));
        LongAdder read = new LongAdder();
        double rate = rate(
                some.size(),
                () -> some.parallelStream()
                        .map(appraiser::appraise)
                        .filter(post -> post.analysis().embedding() != null)
                        .forEach(post -> read.increment()));
        report.accept(new Measure(name + ", encoder for " + 100 * read.sum() / some.size() + " %", rate, "posts/s"));
    }

    private static void appraise(Appraiser appraiser, List<Post> some) {
        some.parallelStream().forEach(appraiser::appraise);
    }

    private Appraiser learning() {
        try {
            return Analyzer.appraiser(
                    AnalyzerSettings.of(List.of(EVERYTHING)).with(Depth.CASCADE).learning(folder, Runnable::run));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
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
        return Analyzer.appraiser(AnalyzerSettings.of(List.of(EVERYTHING)).with(depth));
    }

    private static double rate(int posts, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return posts * NANOS / (System.nanoTime() - begin);
    }
}
