package io.tocsin.analyzer;

import io.tocsin.analyzer.watch.Watch;
import java.util.List;

/**
 * What the configuration says about analysis.
 *
 * @param watches what we listen for; the names differ
 */
public record AnalyzerSettings(List<Watch> watches) {

    /** Nothing is listened for: posts are judged but belong to no watch. */
    public static final AnalyzerSettings DEFAULT = new AnalyzerSettings(List.of());

    public AnalyzerSettings {
        watches = List.copyOf(watches);
        if (watches.stream().map(Watch::name).distinct().count() < watches.size()) {
            throw new IllegalArgumentException("two watches have the same name; every watch needs its own");
        }
    }
}
