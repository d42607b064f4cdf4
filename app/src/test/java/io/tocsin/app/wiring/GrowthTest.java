package io.tocsin.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.AlertingSettings;
import io.tocsin.alerting.IncidentDesk;
import io.tocsin.alerting.escalation.Policy;
import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.rule.Rule;
import io.tocsin.alerting.store.MemoryIncidents;
import io.tocsin.alerting.store.MemoryNotificationLog;
import io.tocsin.analyzer.Analyzer;
import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.store.MemoryPosts;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.collector.Collector;
import io.tocsin.collector.Memory;
import io.tocsin.collector.Recounts;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Growth from the platform to the store, as it is wired, by a clock of its own. */
class GrowthTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Source SOURCE = new Source("a", "test", "https://example.org/", Duration.ofMinutes(5));
    private static final Map<Source, Connector> PLATFORM = Map.of(SOURCE, new Platform());

    private final Memory memory = Memory.ofProcess();
    private final MemoryPosts posts = new MemoryPosts();
    private final MemoryIncidents incidents = new MemoryIncidents();
    private final List<AnalyzedPost> analyzed = new ArrayList<>();
    private Instant now = NOON;

    @Test
    void whatAnIncidentDependsOnIsCountedFourTimesAsOftenAndNothingIsAnalyzedTwice() {
        IncidentDesk desk = new IncidentDesk(settings(), incidents, new MemoryNotificationLog(), () -> now);
        try (Analyzer analyzer = analyzer(desk)) {
            new Collector(PLATFORM, memory, analyzer, () -> now, new Random(1)).collect("a");
            assertThat(incidents.unresolved().getFirst().posts()).containsExactly("test:fire");
            Recounts recounts = new Recounts(PLATFORM, memory, analyzer, this::evidence, () -> now);

            pass(recounts, Duration.ofMinutes(30));
            assertThat(readings("test:calm")).isEqualTo(1 + 6);
            assertThat(readings("test:fire")).isEqualTo(1 + 24);

            new IncidentActions(incidents, () -> now)
                    .resolve(incidents.unresolved().getFirst().id(), "ann");
            pass(recounts, Duration.ofMinutes(20));
            assertThat(readings("test:calm")).isEqualTo(1 + 10);
            assertThat(readings("test:fire")).as("it is over").isEqualTo(1 + 24 + 4);
        }
        assertThat(analyzed).hasSize(2);
        assertThat(posts.find(List.of("test:fire"))
                        .getFirst()
                        .post()
                        .engagement()
                        .likes())
                .isEqualTo(50);
    }

    private Set<String> evidence() {
        return incidents.unresolved().stream()
                .flatMap(incident -> incident.posts().stream())
                .collect(Collectors.toSet());
    }

    private void pass(Recounts recounts, Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end); ) {
            now = now.plus(Running.RECOUNT);
            recounts.recount("a");
        }
    }

    private int readings(String id) {
        return memory.observations().of(id).size();
    }

    private Analyzer analyzer(IncidentDesk desk) {
        return new Analyzer(AnalyzerSettings.of(List.of(new Watch("Velmora", "velmora"))), posts, some -> {
            analyzed.addAll(some);
            desk.accept(some);
        });
    }

    private static AlertingSettings settings() {
        return new AlertingSettings(
                List.of(new Rule.SeverePost("severe", 3)),
                Duration.ofHours(2),
                Duration.ofHours(24),
                new Policy(List.of()),
                List.of(),
                List.of(),
                null,
                URI.create("http://127.0.0.1:8080"));
    }

    /** Two posts, which get a like a minute. */
    private static final class Platform implements Recounter {
        @Override
        public Harvest harvest(Cursor cursor, Instant now) {
            return new Harvest(List.of(post("test:fire", now), post("test:calm", now)), new Cursor("read"), false);
        }

        @Override
        public int batch() {
            return 20;
        }

        @Override
        public List<Reading> recount(List<String> ids, Instant now) {
            return Recounter.readings(ids, ids.stream().map(id -> post(id, now)).toList());
        }

        private static Post post(String id, Instant now) {
            String text = id.equals("test:fire")
                    ? "My Velmora phone caught fire and burned my hand, I am in hospital."
                    : "Velmora opens a new shop in our street.";
            long likes = Duration.between(NOON, now).toMinutes();
            return Post.builder(id, "test", text, NOON)
                    .engagement(new Engagement(null, null, likes, null))
                    .build();
        }
    }
}
