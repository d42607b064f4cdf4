package io.tocsin.analyzer;

import io.tocsin.analyzer.analysis.Depth;
import io.tocsin.analyzer.analysis.SentimentMethod;
import io.tocsin.analyzer.entity.Dictionary;
import io.tocsin.analyzer.model.Models;
import io.tocsin.analyzer.watch.Watch;
import java.util.List;

/**
 * What the configuration says about analysis.
 *
 * @param watches what we listen for; the names differ
 * @param depth which posts an encoder reads
 * @param models the heads that judge
 * @param dictionary the names that the user knows
 * @param sentiment who says how the authors of English posts feel
 */
public record AnalyzerSettings(
        List<Watch> watches, Depth depth, Models models, Dictionary dictionary, SentimentMethod sentiment) {

    public AnalyzerSettings {
        watches = List.copyOf(watches);
        if (watches.stream().map(Watch::name).distinct().count() < watches.size()) {
            throw new IllegalArgumentException("two watches have the same name; every watch needs its own");
        }
    }

    /** With the heads that are part of Tocsin, and no dictionary. */
    public static AnalyzerSettings of(List<Watch> watches) {
        return new AnalyzerSettings(watches, Depth.WATCHED, Models.bundled(), Dictionary.EMPTY, SentimentMethod.HEADS);
    }
}
