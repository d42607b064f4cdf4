package io.tocsin.alerting;

import io.tocsin.alerting.escalation.Call;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.notify.AckLink;
import io.tocsin.alerting.notify.Alert;
import io.tocsin.alerting.notify.Links;
import io.tocsin.alerting.notify.Notification;
import io.tocsin.alerting.notify.Notification.State;
import io.tocsin.alerting.rule.Breach;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** An alert about a surge of 12 complaints that was found at noon. */
public final class TestAlerts {
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    public static final AckLink ACK = new AckLink(new byte[32]);
    public static final Links LINKS = new Links(URI.create("https://console.example.org/"), ACK);

    private TestAlerts() {}

    public static Incident surge(String watch) {
        List<String> posts = IntStream.range(0, 12).mapToObj(i -> "forum:p" + i).toList();
        Breach reason =
                new Breach.Surge("surge", watch, NOON, 2, posts, Duration.ofMinutes(30), 12, 5, 0.84, 0.0000123);
        return new Incident(
                "abcdefghijklm", watch, reason, Incident.Status.OPEN, 2, posts, NOON, 1, NOON, NOON, null, null, 1);
    }

    public static Alert alert(Incident incident, int step, String recipient, int attempt, List<AnalyzedPost> posts) {
        Call call = new Call(incident.id(), incident.episode(), step, "duty", recipient);
        Notification waiting = Notification.of(call, NOON);
        Notification sending = new Notification(
                waiting.key(),
                waiting.incident(),
                waiting.episode(),
                waiting.step(),
                waiting.channel(),
                waiting.recipient(),
                State.SENDING,
                NOON,
                attempt,
                NOON,
                null,
                null);
        return new Alert(sending, incident, posts, NOON);
    }
}
