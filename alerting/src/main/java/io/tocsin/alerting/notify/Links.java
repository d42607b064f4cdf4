package io.tocsin.alerting.notify;

import io.tocsin.alerting.incident.Incident;
import java.net.URI;
import java.time.Instant;

/** The links that messages carry. */
public final class Links {
    private final String console;
    private final AckLink acknowledge;

    /**
     * Links to a console.
     *
     * @param console where people open it
     */
    public Links(URI console, AckLink acknowledge) {
        this.console = console.toString().replaceAll("/+$", "");
        this.acknowledge = acknowledge;
    }

    /** The incident in the console. */
    public URI incident(Incident incident) {
        return URI.create(console + "/incidents/" + incident.id());
    }

    /** A page with a button that acknowledges without logging in. */
    public URI acknowledge(Incident incident, String recipient, Instant now) {
        return URI.create(console + "/ack/" + acknowledge.token(incident, recipient, now));
    }
}
