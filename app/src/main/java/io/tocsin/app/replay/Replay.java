package io.tocsin.app.replay;

import io.tocsin.alerting.AlertingSettings;
import io.tocsin.alerting.IncidentDesk;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.notify.Alert;
import io.tocsin.alerting.notify.Dispatcher;
import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.alerting.notify.Notifier;
import io.tocsin.alerting.notify.Outcome;
import io.tocsin.alerting.notify.Wording;
import io.tocsin.alerting.store.MemoryIncidents;
import io.tocsin.alerting.store.MemoryNotificationLog;
import io.tocsin.analyzer.Analyzer;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.store.MemoryPosts;
import io.tocsin.app.config.Settings;
import io.tocsin.collector.CopyFinder;
import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.store.MemoryTexts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs recorded posts through the whole pipeline, alerting included, with a virtual clock. Every message counts as sent,
 * and nobody acknowledges. The same posts give the same events.
 */
public final class Replay implements AutoCloseable {
    /** The order in which posts become known: by time, and by id where that is the same. */
    private static final Comparator<Post> AS_KNOWN =
            Comparator.comparing(Post::knownAt).thenComparing(Post::id);

    private static final int CHUNK = 2_000;

    private final VirtualClock clock = new VirtualClock();
    private final RecentTexts texts = new MemoryTexts();
    private final Posts posts = new MemoryPosts();
    private final NotificationLog notifications = new MemoryNotificationLog();
    private final Wording wording = Wording.of(Locale.ENGLISH, ZoneOffset.UTC);
    private final Consumer<ReplayEvent> events;
    private final AlertingSettings settings;
    private final Incidents incidents;
    private final IncidentDesk desk;
    private final Dispatcher dispatcher;
    private final Analyzer analyzer;

    /**
     * Makes everything ready.
     *
     * @param lines takes each event as a line of JSON, in the order of time
     */
    public Replay(Settings settings, Consumer<String> lines) {
        this.events = event -> lines.accept(ReplayEventFormat.write(event));
        this.settings = settings.alerting();
        this.incidents = new ObservedIncidents(new MemoryIncidents(), this::happened);
        this.desk = new IncidentDesk(this.settings, incidents, notifications, clock);
        this.dispatcher = new Dispatcher(
                notifications,
                incidents,
                posts,
                this.settings.recipients().keySet().stream().map(Recorder::new).toList(),
                Runnable::run,
                clock);
        this.analyzer = new Analyzer(settings.analyzer(), posts, desk);
    }

    /** Replays the posts, and then lets time pass until every incident went quiet. */
    public void run(List<Post> recorded) {
        List<Post> ordered = recorded.stream().sorted(AS_KNOWN).toList();
        for (int from = 0; from < ordered.size(); from += CHUNK) {
            List<Post> chunk = ordered.subList(from, Math.min(from + CHUNK, ordered.size()));
            CopyFinder.traced(chunk, texts).parallelStream()
                    .map(analyzer::analyze)
                    .toList()
                    .forEach(this::take);
        }
        letTimePassUntil(Instant.MAX);
    }

    @Override
    public void close() {
        analyzer.close();
    }

    private void take(AnalyzedPost post) {
        letTimePassUntil(post.post().knownAt());
        clock.forwardTo(post.post().knownAt());
        posts.save(List.of(post));
        desk.accept(List.of(post));
        dispatcher.dispatch();
    }

    /** Whatever is due before that time happens at its time. */
    private void letTimePassUntil(Instant end) {
        for (Optional<Instant> turn = nextTurn(); turn.isPresent() && turn.get().isBefore(end); turn = nextTurn()) {
            clock.forwardTo(turn.get());
            desk.tick();
            dispatcher.dispatch();
        }
    }

    /** When the next step of an escalation is due, or an incident goes quiet. */
    private Optional<Instant> nextTurn() {
        return incidents.unresolved().stream()
                .flatMap(this::turns)
                .filter(turn -> turn.isAfter(clock.instant()))
                .min(Comparator.naturalOrder());
    }

    private Stream<Instant> turns(Incident incident) {
        return Stream.concat(
                Stream.of(incident.lastEvidence().plus(settings.quietAfter())),
                settings.escalation().steps().stream()
                        .map(step -> incident.escalatesFrom().plus(step.after())));
    }

    private void happened(Incident incident, IncidentEvent event) {
        String reason =
                event.kind() == IncidentEvent.Kind.OPENED ? wording.reason(incident.reason()) : wording.event(event);
        events.accept(event(incident, event.at(), event.kind().name().toLowerCase(Locale.ROOT), reason, null, null));
    }

    private static ReplayEvent event(
            Incident incident,
            Instant at,
            String event,
            String reason,
            @Nullable String channel,
            @Nullable String recipient) {
        return new ReplayEvent(
                at,
                event,
                incident.id(),
                incident.severity(),
                reason,
                incident.watch(),
                incident.posts(),
                channel,
                recipient);
    }

    /** Notes what would have been sent. */
    private final class Recorder implements Notifier {
        private final String channel;

        Recorder(String channel) {
            this.channel = channel;
        }

        @Override
        public String channel() {
            return channel;
        }

        @Override
        public Outcome send(Alert alert) {
            events.accept(event(
                    alert.incident(),
                    alert.now(),
                    "notified",
                    wording.title(alert.incident()),
                    channel,
                    alert.notification().recipient()));
            return new Outcome.Sent();
        }
    }
}
