package io.tocsin.alerting.notify;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.analysis.PostsUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: recorded before, sent, recorded after.
 *
 * <p>A crash between sending and recording makes it send again, with the same key, and the time line says that the
 * message may have arrived twice; it never sends twice in silence, and never forgets. Each message is sent in its own
 * thread, a few at a time per channel, so that a slow mail server holds up no webhook.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int POSTS_IN_A_MESSAGE = 10;
    private static final int AT_A_TIME = 4;

    private final NotificationLog log;
    private final Incidents incidents;
    private final Posts posts;
    private final Map<String, Notifier> notifiers;
    private final Map<String, Semaphore> lines;
    private final Executor threads;
    private final InstantSource clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /**
     * One for a log: two would each take the other's sending for one that a crash broke off.
     *
     * @param threads runs the sending, one task a message; virtual threads are meant
     */
    public Dispatcher(
            NotificationLog log,
            Incidents incidents,
            Posts posts,
            Collection<? extends Notifier> notifiers,
            Executor threads,
            InstantSource clock) {
        this.log = log;
        this.incidents = incidents;
        this.posts = posts;
        this.notifiers = notifiers.stream().collect(Collectors.toMap(Notifier::channel, Function.identity()));
        this.lines = new ConcurrentHashMap<>();
        this.threads = threads;
        this.clock = clock;
    }

    /** Begins to send what is due, and does not wait for it. To be called every second or so. */
    public void dispatch() {
        for (Notification due : log.due(clock.instant())) {
            Semaphore line = lines.computeIfAbsent(due.channel(), channel -> new Semaphore(AT_A_TIME));
            if (!underWay.contains(due.key()) && line.tryAcquire()) {
                hand(due, line);
            }
        }
    }

    private void hand(Notification due, Semaphore line) {
        if (!underWay.add(due.key())) {
            line.release();
            return;
        }
        threads.execute(() -> {
            try {
                deliver(due);
            } catch (RuntimeException e) {
                LOG.error("Notification {} could not be recorded; it will be tried again", due.key(), e);
            } finally {
                underWay.remove(due.key());
                line.release();
            }
        });
    }

    private void deliver(Notification due) {
        Incident incident = incidents.find(due.incident()).orElse(null);
        if (incident == null || !stillNeeded(incident, due)) {
            log.settle(due.needless(clock.instant()));
            return;
        }
        if (due.attempts() >= Retry.MOST_ATTEMPTS) {
            giveUp(due, due.problem() == null ? "every attempt was broken off" : due.problem());
            return;
        }
        Notification sending = due.begun(Retry.notBefore(clock.instant(), due.attempts() + 1, Duration.ZERO));
        if (log.begin(sending)) {
            record(sending, send(sending, incident));
        }
    }

    private static boolean stillNeeded(Incident incident, Notification due) {
        return incident.status() == Incident.Status.OPEN && incident.episode() == due.episode();
    }

    private Outcome send(Notification sending, Incident incident) {
        Notifier notifier = notifiers.get(sending.channel());
        if (notifier == null) {
            return new Outcome.GaveUp("the configuration has no channel " + sending.channel());
        }
        try {
            return notifier.send(new Alert(sending, incident, firstPosts(incident), clock.instant()));
        } catch (RuntimeException e) {
            LOG.error("Channel {} failed unexpectedly", sending.channel(), e);
            return new Outcome.TryAgain("an unexpected error (" + e.getClass().getSimpleName() + "), see the log");
        }
    }

    private List<AnalyzedPost> firstPosts(Incident incident) {
        try {
            return posts.find(
                    incident.posts().stream().limit(POSTS_IN_A_MESSAGE).toList());
        } catch (PostsUnavailableException e) {
            LOG.warn("The message about incident {} goes out without its posts", incident.id(), e);
            return List.of();
        }
    }

    private void record(Notification sending, Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.Sent() -> {
                log.settle(sending.sent(now));
                tell(sending, Kind.NOTIFIED, String.valueOf(sending.attempts()));
            }
            case Outcome.TryAgain(String reason, Duration after) -> {
                if (sending.attempts() >= Retry.MOST_ATTEMPTS) {
                    giveUp(sending, reason);
                } else {
                    log.settle(sending.again(reason, Retry.notBefore(now, sending.attempts(), after)));
                }
            }
            case Outcome.GaveUp(String reason) -> giveUp(sending, reason);
        }
    }

    private void giveUp(Notification notification, String reason) {
        log.settle(notification.failed(reason, clock.instant()));
        tell(notification, Kind.NOTIFICATION_FAILED, reason);
    }

    private void tell(Notification notification, Kind kind, String text) {
        incidents.record(
                new IncidentEvent(notification.incident(), clock.instant(), kind, notification.recipient(), text));
    }
}
