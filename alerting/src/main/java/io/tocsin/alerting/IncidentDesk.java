package io.tocsin.alerting;

import io.tocsin.alerting.escalation.Escalator;
import io.tocsin.alerting.incident.Change;
import io.tocsin.alerting.incident.Docket;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.incident.LifeCycle;
import io.tocsin.alerting.notify.Notification;
import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.alerting.rule.Breach;
import io.tocsin.alerting.spread.ComplaintHistory;
import io.tocsin.analyzer.AnalysisSink;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Posts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Where analysed posts become incidents, and incidents call people.
 *
 * <p>Posts that come again change nothing, and what was found but not saved before a crash is found again: what an
 * incident knows is in the store, and the same event gets the same id. Nothing is random, and time comes from the clock:
 * the same posts at the same times give the same incidents.
 */
public final class IncidentDesk implements AnalysisSink {
    private final AlertingSettings settings;
    private final Incidents incidents;
    private final NotificationLog notifications;
    private final Escalator escalator;
    private final BreachFinder finder;
    private final InstantSource clock;

    public IncidentDesk(
            AlertingSettings settings, Incidents incidents, NotificationLog notifications, InstantSource clock) {
        this.settings = settings;
        this.incidents = incidents;
        this.notifications = notifications;
        this.escalator = new Escalator(settings.escalation(), settings.recipients());
        this.finder = new BreachFinder(settings.rules());
        this.clock = clock;
    }

    /** Learns what is usual from the stored posts, and finds what was not saved before a crash. Before the first post. */
    public synchronized void recover(Posts posts) {
        Instant now = clock.instant();
        posts.complaintsSince(now.minus(ComplaintHistory.REACH), post -> finder.learn(post, now));
        finder.fresh(now).forEach((watch, breaches) -> settle(watch, breaches, now));
    }

    @Override
    public synchronized void accept(List<AnalyzedPost> posts) {
        Instant now = clock.instant();
        posts.forEach(post -> finder.learn(post, now));
        finder.touchedBy(posts, now).forEach((watch, breaches) -> settle(watch, breaches, now));
    }

    private void settle(String watch, List<Breach> breaches, Instant now) {
        while (true) {
            Docket docket = new Docket(incidents.about(watch, concerned(now)), settings.reopenWithin(), now);
            breaches.forEach(docket::judge);
            if (docket.changes().stream().allMatch(this::save)) {
                docket.changes().forEach(change -> escalate(change.incident(), now));
                return;
            }
        }
    }

    /** No incident whose last evidence is older can hold posts of a breach, be unresolved, or be reopened. */
    private Instant concerned(Instant now) {
        return now.minus(finder.reach()).minus(settings.quietAfter()).minus(settings.reopenWithin());
    }

    private boolean save(Change change) {
        return incidents.save(change.incident(), change.events());
    }

    /** Lets time pass: what went quiet is resolved, and what nobody has acknowledged calls the next. */
    public void tick() {
        Instant now = clock.instant();
        for (Incident incident : incidents.unresolved()) {
            if (incident.lastEvidence().plus(settings.quietAfter()).isAfter(now)) {
                escalate(incident, now);
            } else {
                LifeCycle.goQuiet(incident, now).ifPresent(this::save);
            }
        }
    }

    private void escalate(Incident incident, Instant now) {
        notifications.enqueue(escalator.due(incident, now).stream()
                .map(call -> Notification.of(call, now))
                .toList());
    }
}
