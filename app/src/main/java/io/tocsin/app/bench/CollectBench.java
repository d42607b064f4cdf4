package io.tocsin.app.bench;

import io.tocsin.app.bench.AnalysisBench.Measure;
import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.Settings;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.app.schedule.Schedule;
import io.tocsin.app.wiring.Running;
import io.tocsin.collector.Collector;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.Connectors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.FilesSettings;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostFormat;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.DatabaseSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What the collector can take: many sources at once, and one with many posts. The analysis is left out. */
public final class CollectBench {
    private static final Duration MEMORY_EVERY = Duration.ofMinutes(1);
    private static final double NANOS = 1e9;

    private final Plan plan;
    private final Path folder;
    private final Consumer<Measure> report;
    private final InstantSource clock = InstantSource.system();

    /**
     * What to measure.
     *
     * @param sources how many feeds, each on a host of its own
     * @param every how often each is polled
     * @param duration for how long they are
     * @param posts how many are read from a file
     * @param door for how long posts are brought over HTTP
     */
    public record Plan(int sources, Duration every, Duration duration, int posts, Duration door) {}

    /**
     * @param folder empty; a database and a file are put there
     * @param report gets every figure as soon as it is there
     */
    public CollectBench(Plan plan, Path folder, Consumer<Measure> report) {
        this.plan = plan;
        this.folder = folder;
        this.report = report;
    }

    /** What the plan gives no time or no posts to is left out. */
    public void run() throws IOException, InterruptedException, InvalidSettingsException {
        if (plan.door().isPositive()) {
            door();
        }
        try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
            Memory memory = Memory.in(database);
            if (plan.posts() > 0) {
                file(memory);
            }
            if (plan.duration().isPositive()) {
                feeds(memory);
            }
        }
    }

    private void door() throws IOException, InterruptedException, InvalidSettingsException {
        Path file = Files.writeString(folder.resolve("door.yaml"), """
                data: door
                console: {port: 0}
                sources: [{name: door, kind: api, token: of-a-bench-and-of-no-use-elsewhere}]
                """);
        Settings settings = SettingsFile.read(file, Purpose.IMPORT);
        new DoorBench(settings, number -> PostFormat.write(post(number)), plan.door()).run(report);
    }

    private void file(Memory memory) throws IOException {
        Path file = folder.resolve("posts.jsonl");
        write(file);
        SourceSettings settings = new FilesSettings(new Polling("file", Duration.ofSeconds(10), false), file, null);
        LongAdder arrived = new LongAdder();
        try (HttpFetcher fetcher = new HttpFetcher(FetchSettings.DEFAULT, clock);
                Collector collector = collector(connectors(List.of(settings), fetcher, memory), memory, arrived)) {
            long begin = System.nanoTime();
            while (arrived.sum() < plan.posts()) {
                collector.collect("file");
            }
            double seconds = (System.nanoTime() - begin) / NANOS;
            report.accept(new Measure("from a file to the analysis", arrived.sum() / seconds, "posts/s"));
        }
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < plan.posts(); i++) {
                writer.write(PostFormat.write(post(i)));
                writer.newLine();
            }
        }
    }

    private Post post(int number) {
        String text = "The network has been down since noon, part " + number + ", and nobody answers the phone. 网络又断了。";
        return Post.builder("bench:" + number, "bench", text, Instant.EPOCH.plusSeconds(number))
                .author(Author.of("bench:u" + number % 1000, "u" + number % 1000))
                .url("https://example.org/" + number)
                .build();
    }

    private void feeds(Memory memory) throws IOException, InterruptedException {
        LongAdder arrived = new LongAdder();
        Punctuality punctuality = new Punctuality(plan.every());
        try (FeedHosts hosts = new FeedHosts(plan.every());
                HttpFetcher fetcher = new HttpFetcher(FetchSettings.DEFAULT, clock)) {
            List<SourceSettings> settings = IntStream.range(0, plan.sources())
                    .<SourceSettings>mapToObj(i -> new FeedSettings("feed " + i, hosts.feed(i), plan.every(), true))
                    .toList();
            Map<Source, Connector> connectors = connectors(settings, fetcher, memory);
            try (Collector collector = collector(noting(connectors, punctuality), memory, arrived)) {
                punctuality.begin(clock.instant());
                try (Schedule polls = Running.polls(collector)) {
                    polls.start();
                    watchMemory();
                }
            }
        }
        report(punctuality, arrived);
    }

    /** Notes when each poll begins. */
    private Map<Source, Connector> noting(Map<Source, Connector> connectors, Punctuality punctuality) {
        Map<Source, Connector> noting = new LinkedHashMap<>();
        Duration due = Duration.ZERO;
        for (Map.Entry<Source, Connector> entry : connectors.entrySet()) {
            Duration first = due;
            noting.put(entry.getKey(), (cursor, now) -> {
                punctuality.note(first, clock.instant());
                return entry.getValue().harvest(cursor, now);
            });
            due = due.plus(Running.PACE);
        }
        return noting;
    }

    private void watchMemory() throws InterruptedException {
        Instant end = clock.instant().plus(plan.duration());
        for (int minute = 1; clock.instant().isBefore(end); minute++) {
            Thread.sleep(MEMORY_EVERY);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            double used = (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
            report.accept(new Measure("heap in use after a collection, minute " + minute, used, "MB"));
        }
    }

    private void report(Punctuality punctuality, LongAdder arrived) {
        report.accept(new Measure(
                "sources", plan.sources(), "polled every " + plan.every().toSeconds() + " s"));
        report.accept(new Measure("polls", punctuality.polls(), ""));
        report.accept(new Measure("posts", arrived.sum(), ""));
        for (double percent : new double[] {50, 99, 100}) {
            String name = percent == 100 ? "the latest poll" : "delay of polls, " + (int) percent + "th percentile";
            report.accept(new Measure(name, punctuality.percentile(percent).toMillis(), "ms"));
        }
    }

    private static Map<Source, Connector> connectors(List<SourceSettings> sources, HttpFetcher fetcher, Memory memory) {
        return Connectors.create(new CollectorSettings(FetchSettings.DEFAULT, sources), fetcher, memory.paidReads());
    }

    private Collector collector(Map<Source, Connector> connectors, Memory memory, LongAdder arrived) {
        return new Collector(connectors, memory, posts -> arrived.add(posts.size()), clock, new SplittableRandom());
    }
}
