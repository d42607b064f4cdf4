package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.notify.AckLink;
import io.tocsin.alerting.notify.AckLink.Grant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets the receiver of a message acknowledge without logging in, by the signed link in it.
 *
 * <p>Opening the link changes nothing, because mail scanners open every link; the button does.
 */
@Controller
@RequestMapping("/ack/{token}")
final class AckController {
    private final AckLink links;
    private final Incidents incidents;
    private final IncidentActions actions;
    private final Readers readers;

    AckController(AckLink links, Incidents incidents, IncidentActions actions, Readers readers) {
        this.links = links;
        this.incidents = incidents;
        this.actions = actions;
        this.readers = readers;
    }

    /** What the page says. */
    enum Outcome {
        /** The incident waits for somebody: here is the button. */
        READY(HttpStatus.OK),
        /** The receiver of the link has it. */
        YOURS(HttpStatus.OK),
        /** Somebody else has it. */
        TAKEN(HttpStatus.OK),
        /** It is over. */
        RESOLVED(HttpStatus.OK),
        /** It was reopened after the message was sent; a newer message has a newer link. */
        REOPENED(HttpStatus.GONE),
        EXPIRED(HttpStatus.GONE),
        /** Not signed here: forged, or broken by a mail program. */
        INVALID(HttpStatus.NOT_FOUND);

        private final HttpStatus status;

        Outcome(HttpStatus status) {
            this.status = status;
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Locale language, ZoneId zone) {
        Reader reader = readers.reader(language, zone);
        return links.read(token).map(grant -> page(grant, reader)).orElseGet(() -> page(Outcome.INVALID, null, reader));
    }

    @PostMapping
    ModelAndView acknowledge(@PathVariable String token, Locale language, ZoneId zone) {
        Instant now = readers.reader(language, zone).now();
        links.read(token)
                .filter(grant -> ready(grant, now))
                .ifPresent(grant -> actions.acknowledge(grant.incident(), grant.recipient()));
        return show(token, language, zone);
    }

    private ModelAndView page(Grant grant, Reader reader) {
        Optional<Incident> incident = find(grant);
        Outcome outcome = incident.map(i -> outcome(grant, i, reader.now())).orElse(Outcome.INVALID);
        return page(outcome, outcome == Outcome.INVALID ? null : incident.orElse(null), reader);
    }

    private static ModelAndView page(Outcome outcome, @Nullable Incident incident, Reader reader) {
        ModelAndView page = new ModelAndView("console/ack", outcome.status);
        page.addObject("outcome", outcome);
        if (incident != null) {
            page.addObject("incident", IncidentRow.of(incident, reader));
            page.addObject("reason", reader.wording().reason(incident.reason()));
        }
        return page;
    }

    private static Outcome outcome(Grant grant, Incident incident, Instant now) {
        if (grant.expired(now)) {
            return Outcome.EXPIRED;
        }
        if (!grant.fits(incident)) {
            return Outcome.REOPENED;
        }
        return switch (incident.status()) {
            case OPEN -> Outcome.READY;
            case ACKNOWLEDGED -> grant.recipient().equals(incident.assignee()) ? Outcome.YOURS : Outcome.TAKEN;
            case RESOLVED -> Outcome.RESOLVED;
        };
    }

    private boolean ready(Grant grant, Instant now) {
        return find(grant)
                .filter(incident -> outcome(grant, incident, now) == Outcome.READY)
                .isPresent();
    }

    private Optional<Incident> find(Grant grant) {
        return incidents.find(grant.incident());
    }
}
