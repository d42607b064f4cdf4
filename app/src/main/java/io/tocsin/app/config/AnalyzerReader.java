package io.tocsin.app.config;

import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.analyzer.watch.WatchMatcher;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code watches}. */
final class AnalyzerReader {

    private AnalyzerReader() {}

    static Optional<AnalyzerSettings> read(Section root) {
        List<Watch> watches = root.namedSections("watches").stream()
                .flatMap(section -> watch(section).stream())
                .toList();
        return root.ifSound(() -> new AnalyzerSettings(watches));
    }

    private static Optional<Watch> watch(Section section) {
        String name = section.required("name", Types.NAME);
        String query = section.required("query", Types.TEXT.like("acme OR nova"));
        Optional<Watch> watch = section.build(() -> new Watch(name, query));
        watch.flatMap(WatchMatcher::problem).ifPresent(problem -> section.report("query", problem));
        return watch;
    }
}
