package io.tocsin.dashboards.web;

import io.tocsin.collector.source.Sources;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sources and their health, those in trouble first. */
@Controller
final class SourceController {
    private static final Comparator<SourceRow> TROUBLE_FIRST =
            Comparator.comparing(SourceRow::health).reversed().thenComparing(SourceRow::name);

    private final Listening listening;
    private final Sources sources;
    private final Readers readers;

    SourceController(Listening listening, Sources sources, Readers readers) {
        this.listening = listening;
        this.sources = sources;
        this.readers = readers;
    }

    @GetMapping("/sources")
    String page(Locale language, ZoneId zone, Model model) {
        Reader reader = readers.reader(language, zone);
        List<SourceRow> rows = listening.configured().stream()
                .map(source -> SourceRow.of(source, sources.state(source.name()), reader))
                .sorted(TROUBLE_FIRST)
                .toList();
        model.addAttribute("sources", rows);
        return "console/sources";
    }
}
