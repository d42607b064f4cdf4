package io.tocsin.app.config;

import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.analysis.Depth;
import io.tocsin.analyzer.analysis.SentimentMethod;
import io.tocsin.analyzer.entity.ChineseRecognition;
import io.tocsin.analyzer.entity.Dictionary;
import io.tocsin.analyzer.entity.DictionaryException;
import io.tocsin.analyzer.model.Models;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.analyzer.watch.WatchMatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the sections {@code watches} and {@code analysis}. */
final class AnalyzerReader {

    private static final Type<Depth> DEPTH = Types.choice(List.of(Depth.values()), Depth::word);

    private static final Type<SentimentMethod> SENTIMENT =
            Types.choice(List.of(SentimentMethod.values()), SentimentMethod::word);

    private static final Type<ChineseRecognition> CHINESE_NAMES =
            Types.choice(List.of(ChineseRecognition.values()), ChineseRecognition::word);

    private AnalyzerReader() {}

    static Optional<AnalyzerSettings> read(Section root) {
        List<Watch> watches = root.namedSections("watches").stream()
                .flatMap(section -> watch(section).stream())
                .toList();
        Section analysis = root.section("analysis");
        Depth depth = analysis.optional("depth", DEPTH).orElse(Depth.WATCHED);
        SentimentMethod sentiment = analysis.optional("sentiment", SENTIMENT).orElse(SentimentMethod.HEADS);
        Models models = analysis.optional("heads", Types.PATH)
                .flatMap(folder -> heads(analysis, folder))
                .orElseGet(Models::bundled);
        Dictionary dictionary = analysis.list("dictionaries", Types.PATH).stream()
                .flatMap(file -> dictionary(analysis, file).stream())
                .reduce(Dictionary.EMPTY, Dictionary::and);
        ChineseRecognition chineseNames =
                analysis.optional("chinese_names", CHINESE_NAMES).orElse(ChineseRecognition.HANLP);
        chineseNames.problem().ifPresent(problem -> analysis.report("chinese_names", problem));
        analysis.end();
        return root.ifSound(() -> new AnalyzerSettings(watches, depth, models, dictionary, chineseNames, sentiment));
    }

    private static Optional<Models> heads(Section section, Path folder) {
        try {
            return Optional.of(Models.read(folder));
        } catch (IOException e) {
            section.report("heads", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Dictionary> dictionary(Section section, Path file) {
        try {
            return Optional.of(Dictionary.read(file));
        } catch (DictionaryException e) {
            section.report("dictionaries", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Watch> watch(Section section) {
        String name = section.required("name", Types.NAME);
        String query = section.required("query", Types.TEXT.like("acme OR nova"));
        Optional<Watch> watch = section.build(() -> new Watch(name, query));
        watch.flatMap(WatchMatcher::problem).ifPresent(problem -> section.report("query", problem));
        return watch;
    }
}
