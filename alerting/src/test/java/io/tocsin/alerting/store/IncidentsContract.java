package io.tocsin.alerting.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.Incident.Status;
import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.rule.Breach;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of incidents does. */
abstract class IncidentsContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    abstract Incidents incidents();

    static Incident incident(String id, String watch, Status status, Instant opened) {
        Breach reason = new Breach.SeverePost("severe", watch, opened, 3, List.of("a:1"), List.of("烟", "smoke"));
        return new Incident(
                id,
                watch,
                reason,
                status,
                3,
                List.of("a:1"),
                opened,
                1,
                opened,
                opened,
                status == Status.ACKNOWLEDGED ? "mary" : null,
                status == Status.RESOLVED ? opened : null,
                0);
    }

    private static IncidentEvent event(String incident, Kind kind, @Nullable String actor, String text) {
        return new IncidentEvent(incident, NOON, kind, actor, text);
    }

    private Incident saved(Incident incident) {
        assertThat(incidents().save(incident, List.of())).isTrue();
        return incidents().find(incident.id()).orElseThrow();
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(incidents().find("x")).isEmpty();
        assertThat(incidents().about("acme", Instant.EPOCH)).isEmpty();
        assertThat(incidents().unresolved()).isEmpty();
        assertThat(incidents().page(0, 10)).isEmpty();
        assertThat(incidents().timeline("x")).isEmpty();
    }

    @Test
    void keepsEveryFieldOfAnIncidentThatASeverePostOpened() {
        Incident incident = incident("x", "acme", Status.ACKNOWLEDGED, NOON);
        assertThat(saved(incident)).isEqualTo(incident.nextVersion());
    }

    @Test
    void keepsEveryFieldOfAnIncidentThatASurgeOpened() {
        Breach surge = new Breach.Surge(
                "surge", "acme", NOON, 2, List.of("a:1", "a:2"), Duration.ofMinutes(30), 2, 2, 0.25, 1e-12);
        Incident incident = new Incident(
                "x", "acme", surge, Status.RESOLVED, 2, List.of("a:2", "a:1"), NOON, 3, NOON, NOON, null, NOON, 0);
        assertThat(saved(incident)).isEqualTo(incident.nextVersion());
    }

    @Test
    void keepsEveryFieldOfAnIncidentThatCopiesOpened() {
        Breach copied = new Breach.Copied(
                "surge", "acme", NOON, 2, List.of("a:1", "b:2"), Duration.ofMinutes(30), 12, 9, 2, 5, 0.25, 1e-12);
        Incident incident = new Incident(
                "x", "acme", copied, Status.OPEN, 2, List.of("a:1", "b:2"), NOON, 1, NOON, NOON, null, null, 0);
        assertThat(saved(incident)).isEqualTo(incident.nextVersion());
    }

    @Test
    void keepsPostsInTheOrderInWhichTheyWereFound() {
        Incident first = saved(incident("x", "acme", Status.OPEN, NOON));
        List<String> more =
                IntStream.range(0, 500).mapToObj(i -> "b:" + (i * 7919) % 500).toList();
        Incident grown = new Incident(
                first.id(),
                first.watch(),
                first.reason(),
                first.status(),
                3,
                concat(first.posts(), more),
                first.openedAt(),
                1,
                NOON,
                NOON.plusSeconds(9),
                null,
                null,
                first.version());
        assertThat(saved(grown)).isEqualTo(grown.nextVersion());
    }

    private static List<String> concat(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    @Test
    void savesNothingIfSomebodyElseWasFaster() {
        Incident read = saved(incident("x", "acme", Status.OPEN, NOON));
        assertThat(incidents().save(read, List.of(event("x", Kind.ACKNOWLEDGED, "mary", ""))))
                .isTrue();
        assertThat(incidents().save(read, List.of(event("x", Kind.RESOLVED, "joe", ""))))
                .isFalse();
        assertThat(incidents()
                        .save(incident("x", "acme", Status.OPEN, NOON), List.of(event("x", Kind.OPENED, null, ""))))
                .isFalse();
        assertThat(incidents().timeline("x")).extracting(IncidentEvent::kind).containsExactly(Kind.ACKNOWLEDGED);
        assertThat(incidents().find("x"))
                .hasValueSatisfying(i -> assertThat(i.version()).isEqualTo(2));
    }

    @Test
    void ofManyWhoOpenTheSameIncidentAtOnceOneDoes() throws Exception {
        Callable<Boolean> open = () ->
                incidents().save(incident("x", "acme", Status.OPEN, NOON), List.of(event("x", Kind.OPENED, null, "")));
        try (var threads = Executors.newFixedThreadPool(8)) {
            long winners = 0;
            for (var result : threads.invokeAll(Collections.nCopies(8, open))) {
                winners += result.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
        assertThat(incidents().timeline("x")).hasSize(1);
    }

    @Test
    void everyActionOfManyAtOnceIsInTheTimeLineOnce() throws Exception {
        saved(incident("x", "acme", Status.OPEN, NOON));
        IncidentActions actions = new IncidentActions(incidents(), () -> NOON);
        List<Callable<Incident>> takers = IntStream.range(0, 8)
                .<Callable<Incident>>mapToObj(i -> () -> actions.acknowledge("x", "user " + i))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(takers)) {
                result.get();
            }
        }
        List<IncidentEvent> timeline = incidents().timeline("x");
        assertThat(timeline)
                .extracting(IncidentEvent::actor)
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(incidents().find("x")).hasValueSatisfying(i -> {
            assertThat(i.version()).isEqualTo(9);
            assertThat(i.assignee()).isEqualTo(timeline.getLast().actor());
        });
    }

    @Test
    void findsTheIncidentsAboutAWatchByTheirLastEvidence() {
        saved(incident("old", "acme", Status.RESOLVED, NOON.minusSeconds(60)));
        saved(incident("x", "acme", Status.RESOLVED, NOON));
        saved(incident("y", "acme", Status.OPEN, NOON.plusSeconds(1)));
        saved(incident("other", "globex", Status.OPEN, NOON));
        assertThat(incidents().about("acme", NOON)).extracting(Incident::id).containsExactly("y", "x");
    }

    @Test
    void listsTheUnresolvedOldestFirst() {
        saved(incident("late", "acme", Status.OPEN, NOON.plusSeconds(5)));
        saved(incident("early", "globex", Status.ACKNOWLEDGED, NOON));
        saved(incident("over", "acme", Status.RESOLVED, NOON));
        assertThat(incidents().unresolved()).extracting(Incident::id).containsExactly("early", "late");
    }

    @Test
    void pagesTheUnresolvedBeforeTheResolvedAndTheNewestFirst() {
        saved(incident("a", "acme", Status.RESOLVED, NOON.plusSeconds(9)));
        saved(incident("b", "acme", Status.OPEN, NOON));
        saved(incident("c", "acme", Status.ACKNOWLEDGED, NOON.plusSeconds(1)));
        saved(incident("d", "acme", Status.RESOLVED, NOON));
        assertThat(incidents().page(0, 3)).extracting(Incident::id).containsExactly("c", "b", "a");
        assertThat(incidents().page(3, 3)).extracting(Incident::id).containsExactly("d");
    }

    @Test
    void recordsWhatChangesNothing() {
        Incident before = saved(incident("x", "acme", Status.OPEN, NOON));
        incidents().record(event("x", Kind.NOTED, "mary", "We called the carrier. 已联系承运商"));
        incidents().record(event("x", Kind.NOTIFIED, "duty@example.org", "1"));
        assertThat(incidents().timeline("x"))
                .containsExactly(
                        event("x", Kind.NOTED, "mary", "We called the carrier. 已联系承运商"),
                        event("x", Kind.NOTIFIED, "duty@example.org", "1"));
        assertThat(incidents().find("x")).contains(before);
    }
}
