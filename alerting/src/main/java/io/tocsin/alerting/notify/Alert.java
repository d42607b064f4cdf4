package io.tocsin.alerting.notify;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import java.time.Instant;
import java.util.List;

/**
 * What a message says.
 *
 * @param notification which attempt at which message; its key names the message
 * @param posts the first posts of the incident; empty if they cannot be read now: the bell does not wait for the store
 * @param now when the message is written
 */
public record Alert(Notification notification, Incident incident, List<AnalyzedPost> posts, Instant now) {

    public Alert {
        posts = List.copyOf(posts);
    }
}
