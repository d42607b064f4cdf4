package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.incident.NoSuchIncidentException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What people do about an incident.
 *
 * <p>Every form tells which status its reader saw; where somebody else was faster, nothing is done and the reader is
 * told.
 */
@Controller
@RequestMapping("/incidents/{id}")
final class ActionController {
    static final int LONGEST_NOTE = 4_000;

    private static final String INCIDENT = "redirect:/incidents/{id}";

    private final Incidents incidents;
    private final IncidentActions actions;

    ActionController(Incidents incidents, IncidentActions actions) {
        this.incidents = incidents;
        this.actions = actions;
    }

    @PostMapping("/acknowledge")
    String acknowledge(
            @PathVariable String id, @RequestParam Incident.Status seen, Principal user, RedirectAttributes page) {
        return act(id, seen, page, () -> actions.acknowledge(id, user.getName()));
    }

    @PostMapping("/resolve")
    String resolve(
            @PathVariable String id, @RequestParam Incident.Status seen, Principal user, RedirectAttributes page) {
        return act(id, seen, page, () -> actions.resolve(id, user.getName()));
    }

    @PostMapping("/reopen")
    String reopen(
            @PathVariable String id, @RequestParam Incident.Status seen, Principal user, RedirectAttributes page) {
        return act(id, seen, page, () -> actions.reopen(id, user.getName()));
    }

    @PostMapping("/note")
    String note(@PathVariable String id, @RequestParam String text, Principal user, RedirectAttributes page) {
        String note = text.strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            page.addFlashAttribute("warning", note.isEmpty() ? "note.empty" : "note.long");
            page.addFlashAttribute("draft", note);
            return INCIDENT;
        }
        actions.note(id, user.getName(), note);
        return INCIDENT;
    }

    @ExceptionHandler(NoSuchIncidentException.class)
    @ResponseStatus(code = HttpStatus.NOT_FOUND, reason = "unknown incident")
    void unknown() {}

    private String act(String id, Incident.Status seen, RedirectAttributes page, Runnable action) {
        Incident.Status now = incidents
                .find(id)
                .orElseThrow(() -> new NoSuchIncidentException(id))
                .status();
        if (now == seen) {
            action.run();
        } else {
            page.addFlashAttribute("warning", "conflict." + now);
        }
        return INCIDENT;
    }
}
