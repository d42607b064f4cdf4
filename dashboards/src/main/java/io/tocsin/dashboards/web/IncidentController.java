package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.notify.NotificationLog;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One incident: why it opened, its posts, what was done, who was told. */
@Controller
final class IncidentController {
    private final Incidents incidents;
    private final NotificationLog sent;
    private final Evidence evidence;
    private final Readers readers;

    IncidentController(Incidents incidents, NotificationLog sent, Evidence evidence, Readers readers) {
        this.incidents = incidents;
        this.sent = sent;
        this.evidence = evidence;
        this.readers = readers;
    }

    @GetMapping("/incidents/{id}")
    String page(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            Locale language,
            ZoneId zone,
            Model model) {
        Incident incident = find(id);
        Reader reader = readers.reader(language, zone);
        activity(incident, reader, model);
        model.addAttribute("reason", reader.wording().reason(incident.reason()));
        model.addAttribute("figures", Figures.of(incident.reason(), reader));
        model.addAttribute(
                "evidence", evidence.page(incident, Page.number(page), reader).orElse(null));
        return "console/incident";
    }

    /** Only what people and Tocsin do about it, for the page that is open already. */
    @GetMapping(path = "/incidents/{id}", headers = "HX-Request")
    String activity(@PathVariable String id, Locale language, ZoneId zone, Model model) {
        activity(find(id), readers.reader(language, zone), model);
        return "console/activity :: live";
    }

    private void activity(Incident incident, Reader reader, Model model) {
        model.addAttribute("incident", IncidentRow.of(incident, reader));
        model.addAttribute("timeline", EventLine.newestFirst(incidents.timeline(incident.id()), reader));
        model.addAttribute(
                "sent",
                sent.of(incident.id()).stream()
                        .map(notification -> SentLine.of(notification, reader))
                        .toList());
    }

    private Incident find(String id) {
        return incidents.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
