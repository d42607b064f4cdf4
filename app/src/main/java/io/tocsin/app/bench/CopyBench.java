package io.tocsin.app.bench;

import io.tocsin.app.bench.AnalysisBench.Measure;
import io.tocsin.collector.clean.Fingerprint;
import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.copy.Saying;
import io.tocsin.collector.store.MemoryTexts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How well copies are found: real texts are changed as people change them, and looked for among all of them. Seeded, so
 * the same texts give the same figures.
 */
public final class CopyBench {
    private static final int SEED = 4;

    private final Consumer<Measure> report;

    /** @param report gets every figure as soon as it is there */
    public CopyBench(Consumer<Measure> report) {
        this.report = report;
    }

    /**
     * Measures with the texts of one file.
     *
     * @param name of the file
     */
    public void run(String name, List<String> texts) {
        List<String> different = different(texts);
        long tooShort = texts.stream().filter(text -> print(text).isEmpty()).count();
        report.accept(new Measure(name + ": texts", texts.size(), ""));
        report.accept(new Measure(name + ": too short", percent(tooShort, texts), "%"));
        report.accept(new Measure(name + ": different ones that are long enough", different.size(), ""));
        List<Saying> traced = new MemoryTexts().trace(sayings(different));
        long taken = traced.stream().filter(saying -> !saying.isFirst()).count();
        report.accept(new Measure(name + ": of these taken for a copy of another", percent(taken, different), "%"));
        for (HandEdit edit : HandEdit.values()) {
            report.accept(new Measure(
                    name + ": found after " + edit.words(), percent(found(edit, different), different), "%"));
        }
    }

    /** Those that have a fingerprint, and not the same as one before. */
    private static List<String> different(List<String> texts) {
        Set<Fingerprint> known = new HashSet<>();
        return texts.stream()
                .filter(text -> print(text).filter(known::add).isPresent())
                .toList();
    }

    private static List<Saying> sayings(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Saying.first(
                        "post " + i, Instant.EPOCH, print(texts.get(i)).orElseThrow()))
                .toList();
    }

    private static long found(HandEdit edit, List<String> texts) {
        RecentTexts memory = new MemoryTexts();
        List<Saying> originals = memory.trace(sayings(texts));
        RandomGenerator random = new SplittableRandom(SEED);
        return IntStream.range(0, texts.size())
                .filter(i -> print(edit.of(texts.get(i), random))
                        .map(print -> Saying.first("edit " + i, Instant.EPOCH, print))
                        .filter(copy -> isFound(copy, originals.get(i), memory))
                        .isPresent())
                .count();
    }

    private static boolean isFound(Saying copy, Saying original, RecentTexts memory) {
        return memory.trace(List.of(copy)).getFirst().origin().equals(original.origin());
    }

    private static Optional<Fingerprint> print(String text) {
        return Fingerprint.of(text);
    }

    private static double percent(long some, List<String> all) {
        return all.isEmpty() ? 0 : 100.0 * some / all.size();
    }
}
