package io.tocsin.analyzer;

import io.tocsin.analyzer.analysis.Depth;
import io.tocsin.analyzer.analysis.SentimentMethod;
import io.tocsin.analyzer.entity.ChineseRecognition;
import io.tocsin.analyzer.entity.Dictionary;
import io.tocsin.analyzer.model.Models;
import io.tocsin.analyzer.watch.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What the configuration says about analysis.
 *
 * @param watches what we listen for; the names differ
 * @param depth which posts an encoder reads
 * @param models the heads that judge
 * @param dictionary the names that the user knows
 * @param chineseNames what recognises names in Chinese
 * @param sentiment who says how the authors of English posts feel
 */
public record AnalyzerSettings(
        List<Watch> watches,
        Depth depth,
        Models models,
        Dictionary dictionary,
        ChineseRecognition chineseNames,
        SentimentMethod sentiment) {

    public AnalyzerSettings {
        watches = List.copyOf(watches);
        if (watches.stream().map(Watch::name).distinct().count() < watches.size()) {
            throw new IllegalArgumentException("two watches have the same name; every watch needs its own");
        }
    }

    /**
     * The same for a stream that is followed for long: in a cascade the words learn from the encoder while posts pass by.
     *
     * @param folder keeps what was learnt
     * @param lessons gets the lessons to run
     * @throws IOException if what was learnt before cannot be used; the message names the file and says what to do
     */
    public AnalyzerSettings learning(Path folder, Executor lessons) throws IOException {
        return depth == Depth.CASCADE
                ? new AnalyzerSettings(
                        watches, depth, models.learning(folder, lessons), dictionary, chineseNames, sentiment)
                : this;
    }

    /** The same, looking as deep as this. */
    public AnalyzerSettings with(Depth depth) {
        return new AnalyzerSettings(watches, depth, models, dictionary, chineseNames, sentiment);
    }

    /** With the heads that are part of Tocsin, and no dictionary. */
    public static AnalyzerSettings of(List<Watch> watches) {
        return new AnalyzerSettings(
                watches,
                Depth.WATCHED,
                Models.bundled(),
                Dictionary.EMPTY,
                ChineseRecognition.HANLP,
                SentimentMethod.HEADS);
    }
}
