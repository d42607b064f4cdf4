package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Change;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.LifeCycle;
import io.tocsin.alerting.notify.AckLink;
import io.tocsin.alerting.rule.Breach;
import io.tocsin.alerting.store.MemoryIncidents;
import io.tocsin.alerting.store.MemoryNotificationLog;
import io.tocsin.analyzer.analysis.Analysis;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Ask;
import io.tocsin.analyzer.analysis.Complaint;
import io.tocsin.analyzer.analysis.Harm;
import io.tocsin.analyzer.analysis.Matter;
import io.tocsin.analyzer.analysis.Sentiment;
import io.tocsin.analyzer.analysis.Severity;
import io.tocsin.analyzer.store.MemoryPosts;
import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.Doors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.store.MemoryArrivals;
import io.tocsin.collector.store.MemoryObservations;
import io.tocsin.collector.store.MemoryPaidReads;
import io.tocsin.collector.store.MemorySources;
import io.tocsin.collector.store.MemoryTexts;
import io.tocsin.dashboards.store.MemoryUsers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Everything the console shows, in memory, to be filled by a test. Its clock stands still unless it is moved. */
final class World implements InstantSource {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final MemoryIncidents incidents = new MemoryIncidents();
    final MemoryNotificationLog sent = new MemoryNotificationLog();
    final FlakyPosts posts = new FlakyPosts(new MemoryPosts());
    final MemorySources sources = new MemorySources();
    final List<Source> configured = new CopyOnWriteArrayList<>();
    final Doors doors;
    final MemoryUsers users = new MemoryUsers();
    final AckLink links = new AckLink(new byte[32]);
    final IncidentActions actions = new IncidentActions(incidents, this);
    private volatile Instant now = NOON;

    World(DoorSettings... doors) {
        Memory memory = new Memory(
                sources, new MemoryArrivals(), new MemoryObservations(), new MemoryPaidReads(), new MemoryTexts());
        this.doors = new Doors(List.of(doors), memory, more -> more.forEach(post -> store(post, 1, null)), this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant time) {
        now = time;
    }

    /** Opens an incident about posts that are stored already. */
    Incident surge(String id, String watch, int severity, String... posts) {
        return open(
                id,
                new Breach.Surge(
                        "surge", watch, now, severity, List.of(posts), Duration.ofMinutes(30), 12, 5, 1.5, 0.00002));
    }

    /** Opens an incident about a post that others copied. */
    Incident copied(String id, String watch, String... posts) {
        return open(
                id,
                new Breach.Copied(
                        "surge", watch, now, 2, List.of(posts), Duration.ofMinutes(30), 12, 9, 2, 5, 1.5, 0.00002));
    }

    Incident severe(String id, String watch, String post, String... signs) {
        return open(id, new Breach.SeverePost("severe", watch, now, 3, List.of(post), List.of(signs)));
    }

    private Incident open(String id, Breach breach) {
        Change opening = LifeCycle.open(id, breach, now);
        incidents.save(opening.incident(), opening.events());
        return incidents.find(id).orElseThrow();
    }

    void store(Post post, int severity, @Nullable String key, String... signs) {
        Analysis analysis = new Analysis(
                post.language() == null ? "und" : post.language(),
                List.of("acme"),
                new Sentiment(0.81, 0.15, 0.04),
                new Complaint(true, 0.93),
                new Severity(severity, List.of(signs)),
                key,
                new Matter("complaint/billing", Harm.MONEY, Ask.REFUND, List.of(), List.of(), Map.of()),
                null);
        posts.save(List.of(new AnalyzedPost(post, analysis)));
    }

    static Post.Builder post(String id, String text) {
        return Post.builder(id, "weibo", text, NOON.minusSeconds(600)).language("en");
    }
}
