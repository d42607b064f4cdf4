package io.tocsin.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.incident.Incident.Status;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.rule.Breach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Incident OPEN =
            LifeCycle.open("x", severe(1, NOON, "a"), NOON).incident();
    private static final Incident TAKEN =
            LifeCycle.acknowledge(OPEN, "mary", NOON).orElseThrow().incident();
    private static final Incident OVER =
            LifeCycle.resolve(TAKEN, "mary", NOON).orElseThrow().incident();

    private static Breach severe(int severity, Instant at, String... posts) {
        return new Breach.SeverePost("severe", "acme", at, severity, List.of(posts), List.of());
    }

    private static Breach surge(int severity, Instant at, List<String> posts) {
        return new Breach.Surge(
                "surge", "acme", at, severity, posts, Duration.ofMinutes(30), posts.size(), 5, 0.1, 1e-9);
    }

    private static List<Kind> kinds(Change change) {
        return change.events().stream().map(IncidentEvent::kind).toList();
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void opens() {
        Change change = LifeCycle.open("x", surge(2, NOON, List.of("a", "b")), LATER);
        assertThat(change.incident())
                .isEqualTo(new Incident(
                        "x",
                        "acme",
                        surge(2, NOON, List.of("a", "b")),
                        Status.OPEN,
                        2,
                        List.of("a", "b"),
                        LATER,
                        1,
                        LATER,
                        LATER,
                        null,
                        null,
                        0));
        assertThat(kinds(change)).containsExactly(Kind.OPENED);
    }

    @Test
    void isAcknowledged() {
        Change change = LifeCycle.acknowledge(OPEN, "mary", LATER).orElseThrow();
        assertThat(change.incident().status()).isEqualTo(Status.ACKNOWLEDGED);
        assertThat(change.incident().assignee()).isEqualTo("mary");
        assertThat(change.events()).containsExactly(new IncidentEvent("x", LATER, Kind.ACKNOWLEDGED, "mary", ""));
    }

    @Test
    void isTakenOverByAnotherButNotTwiceByTheSame() {
        assertThat(LifeCycle.acknowledge(TAKEN, "mary", LATER)).isEmpty();
        assertThat(LifeCycle.acknowledge(TAKEN, "joe", LATER))
                .hasValueSatisfying(
                        change -> assertThat(change.incident().assignee()).isEqualTo("joe"));
    }

    @Test
    void aResolvedOneCanOnlyBeReopened() {
        assertThat(LifeCycle.acknowledge(OVER, "joe", LATER)).isEmpty();
        assertThat(LifeCycle.resolve(OVER, "joe", LATER)).isEmpty();
        assertThat(LifeCycle.goQuiet(OVER, LATER)).isEmpty();
        Change change = LifeCycle.reopen(OVER, "joe", LATER).orElseThrow();
        assertThat(change.incident())
                .isEqualTo(new Incident(
                        "x", "acme", OPEN.reason(), Status.OPEN, 1, List.of("a"), NOON, 2, LATER, NOON, null, null, 0));
        assertThat(change.events()).containsExactly(new IncidentEvent("x", LATER, Kind.REOPENED, "joe", ""));
    }

    @Test
    void onlyAResolvedOneCanBeReopened() {
        assertThat(LifeCycle.reopen(OPEN, "joe", LATER)).isEmpty();
        assertThat(LifeCycle.reopen(TAKEN, "joe", LATER)).isEmpty();
        assertThat(LifeCycle.reopenFor(OPEN, severe(1, LATER, "b"), LATER)).isEmpty();
        assertThat(LifeCycle.reopenFor(TAKEN, severe(1, LATER, "b"), LATER)).isEmpty();
    }

    @Test
    void isResolvedBySomebodyWhetherTakenOrNot() {
        for (Incident incident : List.of(OPEN, TAKEN)) {
            Change change = LifeCycle.resolve(incident, "joe", LATER).orElseThrow();
            assertThat(change.incident().status()).isEqualTo(Status.RESOLVED);
            assertThat(change.incident().resolvedAt()).isEqualTo(LATER);
            assertThat(change.incident().assignee()).isEqualTo(incident.assignee());
            assertThat(change.events()).containsExactly(new IncidentEvent("x", LATER, Kind.RESOLVED, "joe", ""));
        }
    }

    @Test
    void isResolvedByItselfWhenItGoesQuiet() {
        for (Incident incident : List.of(OPEN, TAKEN)) {
            Change change = LifeCycle.goQuiet(incident, LATER).orElseThrow();
            assertThat(change.incident().resolved()).isTrue();
            assertThat(change.events()).containsExactly(new IncidentEvent("x", LATER, Kind.WENT_QUIET, null, ""));
        }
    }

    @Test
    void takesNewEvidenceInAnyStatusWithoutChangingIt() {
        for (Incident incident : List.of(OPEN, TAKEN)) {
            Incident next = LifeCycle.addEvidence(incident, severe(1, LATER, "a", "b"), LATER)
                    .orElseThrow()
                    .incident();
            assertThat(next.posts()).containsExactly("a", "b");
            assertThat(next.status()).isEqualTo(incident.status());
            assertThat(next.lastEvidence()).isEqualTo(LATER);
        }
    }

    @Test
    void knownEvidenceChangesNothing() {
        assertThat(LifeCycle.addEvidence(OPEN, severe(3, LATER, "a"), LATER)).isEmpty();
        assertThat(LifeCycle.reopenFor(OVER, severe(3, LATER, "a"), LATER)).isEmpty();
    }

    @Test
    void tellsWhenItWorsensAndOnlyThen() {
        Change worse = LifeCycle.addEvidence(OPEN, severe(3, LATER, "b"), LATER).orElseThrow();
        assertThat(worse.incident().severity()).isEqualTo(3);
        assertThat(worse.events()).contains(new IncidentEvent("x", LATER, Kind.WORSENED, null, "3"));
        Change milder = LifeCycle.addEvidence(worse.incident(), severe(2, LATER, "c"), LATER)
                .orElseThrow();
        assertThat(milder.incident().severity()).isEqualTo(3);
        assertThat(kinds(milder)).doesNotContain(Kind.WORSENED);
    }

    @Test
    void tellsHowTheEvidenceGrowsNowAndThen() {
        Incident ten = LifeCycle.open("x", surge(1, NOON, ids("a", 10)), NOON).incident();
        assertThat(LifeCycle.addEvidence(ten, surge(1, LATER, ids("b", 9)), LATER)
                        .orElseThrow()
                        .events())
                .isEmpty();
        assertThat(LifeCycle.addEvidence(ten, surge(1, LATER, ids("b", 10)), LATER)
                        .orElseThrow()
                        .events())
                .containsExactly(new IncidentEvent("x", LATER, Kind.EVIDENCE_ADDED, null, "20"));
    }

    @Test
    void newEvidenceBringsAResolvedOneBackInANewEpisode() {
        Change change = LifeCycle.reopenFor(OVER, severe(3, LATER, "b"), LATER).orElseThrow();
        assertThat(change.incident().status()).isEqualTo(Status.OPEN);
        assertThat(change.incident().episode()).isEqualTo(2);
        assertThat(change.incident().escalatesFrom()).isEqualTo(LATER);
        assertThat(change.incident().assignee()).isNull();
        assertThat(change.incident().resolvedAt()).isNull();
        assertThat(change.incident().posts()).containsExactly("a", "b");
        assertThat(kinds(change)).startsWith(Kind.REOPENED).endsWith(Kind.WORSENED);
    }

    @Test
    void keepsNoMorePostsThanAnybodyReadsButNotesThatThereIsNews() {
        Incident full = LifeCycle.open("x", surge(1, NOON, ids("a", Incident.MOST_POSTS + 7)), NOON)
                .incident();
        assertThat(full.posts()).hasSize(Incident.MOST_POSTS);
        assertThat(LifeCycle.addEvidence(full, surge(1, NOON, List.of("b")), LATER))
                .isEqualTo(Optional.empty());
        Change news = LifeCycle.addEvidence(full, surge(1, LATER, List.of("b")), LATER)
                .orElseThrow();
        assertThat(news.incident().posts()).isEqualTo(full.posts());
        assertThat(news.incident().lastEvidence()).isEqualTo(LATER);
        assertThat(news.events()).isEmpty();
    }
}
