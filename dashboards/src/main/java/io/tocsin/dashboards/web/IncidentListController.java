package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Incidents;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of incidents, which keeps itself up to date. */
@Controller
final class IncidentListController {
    static final int PAGE = 25;

    private final Incidents incidents;
    private final Listening listening;
    private final Readers readers;

    IncidentListController(Incidents incidents, Listening listening, Readers readers) {
        this.incidents = incidents;
        this.listening = listening;
        this.readers = readers;
    }

    @GetMapping("/")
    String page(@RequestParam(defaultValue = "1") int page, Locale language, ZoneId zone, Model model) {
        list(page, language, zone, model);
        return "console/incidents";
    }

    /** Only the list, for the page that is open already. */
    @GetMapping(path = "/", headers = "HX-Request")
    String list(@RequestParam(defaultValue = "1") int page, Locale language, ZoneId zone, Model model) {
        Reader reader = readers.reader(language, zone);
        Page<IncidentRow> rows = read(Page.number(page), reader);
        model.addAttribute("page", rows);
        model.addAttribute("listening", listening.state(reader, rows.rows().isEmpty()));
        return "console/incidents :: list";
    }

    private Page<IncidentRow> read(int number, Reader reader) {
        List<IncidentRow> rows = incidents.page((number - 1) * PAGE, PAGE + 1).stream()
                .map(incident -> IncidentRow.of(incident, reader))
                .toList();
        return Page.of(rows, number, PAGE);
    }
}
