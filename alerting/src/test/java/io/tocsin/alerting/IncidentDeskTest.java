package io.tocsin.alerting;

import static io.tocsin.alerting.TestPosts.complaint;
import static io.tocsin.alerting.TestPosts.copy;
import static io.tocsin.alerting.TestPosts.praise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alerting.channel.webhook.WebhookSettings;
import io.tocsin.alerting.escalation.Policy;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.Incident.Status;
import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.notify.Notification;
import io.tocsin.alerting.rule.Breach;
import io.tocsin.alerting.rule.Rule;
import io.tocsin.alerting.store.MemoryIncidents;
import io.tocsin.alerting.store.MemoryNotificationLog;
import io.tocsin.analyzer.analysis.Analysis;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Matter;
import io.tocsin.analyzer.store.MemoryPosts;
import io.tocsin.collector.post.Post;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentDeskTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant CRISIS = START.plus(Duration.ofDays(3));
    private static final AlertingSettings SETTINGS = new AlertingSettings(
            List.of(new Rule.Surge("surge", Duration.ofMinutes(30), 5, 0.0001), new Rule.SeverePost("severe", 3)),
            Duration.ofHours(2),
            Duration.ofHours(24),
            new Policy(List.of(
                    new Policy.Step(Duration.ZERO, List.of("duty")),
                    new Policy.Step(Duration.ofMinutes(10), List.of("boss")))),
            List.of(),
            List.of(hook("duty"), hook("boss")),
            null,
            URI.create("http://127.0.0.1:8080"));

    private final MemoryPosts posts = new MemoryPosts();
    private final MemoryIncidents incidents = new MemoryIncidents();
    private final MemoryNotificationLog notifications = new MemoryNotificationLog();
    private Instant now = START;
    private IncidentDesk desk = desk(incidents);

    private static WebhookSettings hook(String name) {
        return new WebhookSettings(name, URI.create("https://example.org/" + name), TestAlerts.SECRET, false);
    }

    private IncidentDesk desk(Incidents store) {
        return new IncidentDesk(SETTINGS, store, notifications, () -> now);
    }

    private IncidentDesk patientDesk() {
        AlertingSettings patient = new AlertingSettings(
                SETTINGS.rules(),
                Duration.ofDays(5),
                Duration.ofDays(4),
                SETTINGS.escalation(),
                SETTINGS.emails(),
                SETTINGS.webhooks(),
                null,
                SETTINGS.console());
        return new IncidentDesk(patient, incidents, notifications, () -> now);
    }

    /** A new process with the same stores. */
    private void restart() {
        desk = desk(incidents);
        desk.recover(posts);
    }

    private void arrive(AnalyzedPost... analyzed) {
        posts.save(List.of(analyzed));
        desk.accept(List.of(analyzed));
    }

    private void arriveInTime(List<AnalyzedPost> stream) {
        for (AnalyzedPost post : stream) {
            now = post.post().knownAt();
            arrive(post);
            desk.tick();
        }
    }

    /** Three quiet days, a crisis of ten minutes with forty complaints among other posts, and a quiet hour. */
    private static List<AnalyzedPost> crisis(long seed) {
        Random random = new Random(seed);
        List<AnalyzedPost> stream = new ArrayList<>();
        Supplier<String> id = () -> "p" + stream.size();
        for (int hour = 0; hour < 72; hour += 1 + random.nextInt(12)) {
            Instant at = START.plus(Duration.ofHours(hour)).plusSeconds(random.nextInt(3_600));
            stream.add(random.nextBoolean() ? complaint(id.get(), at) : praise(id.get(), at));
        }
        for (int i = 0; i < 40; i++) {
            Instant at = CRISIS.plusSeconds(3_600 + 15L * i + random.nextInt(15));
            int severity = i == 30 ? 3 : 1 + random.nextInt(2);
            stream.add(complaint(id.get(), "author " + random.nextInt(60), at, severity));
        }
        stream.add(praise(id.get(), CRISIS.plusSeconds(8_000)));
        return stream;
    }

    private List<Kind> kinds(String id) {
        return incidents.timeline(id).stream().map(IncidentEvent::kind).toList();
    }

    private Incident only() {
        assertThat(incidents.page(0, 9)).hasSize(1);
        return incidents.page(0, 9).getFirst();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void oneEventIsOneIncidentWithAllItsPosts(long seed) {
        arriveInTime(crisis(seed));
        Incident incident = only();
        assertThat(incident.posts()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(incident.reason()).isInstanceOf(Breach.Surge.class);
        assertThat(incident.severity()).isEqualTo(3);
        assertThat(kinds(incident.id())).startsWith(Kind.OPENED).contains(Kind.WORSENED, Kind.EVIDENCE_ADDED);
        assertThat(notifications.of(incident.id()))
                .extracting(Notification::step)
                .contains(1)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatComesAgainChangesNothing(long seed) {
        List<AnalyzedPost> stream = crisis(seed);
        arriveInTime(stream);
        List<Incident> before = incidents.page(0, 9);
        List<IncidentEvent> timeline = incidents.timeline(only().id());
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            desk.accept(stream.subList(0, random.nextInt(stream.size() + 1)));
            if (random.nextBoolean()) {
                restart();
            }
        }
        assertThat(incidents.page(0, 9)).isEqualTo(before);
        assertThat(incidents.timeline(only().id())).isEqualTo(timeline);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRestartAtAnyMomentGivesTheSameIncidents(long seed) {
        List<AnalyzedPost> stream = crisis(seed);
        arriveInTime(stream);
        List<Incident> undisturbed = incidents.page(0, 9);
        for (int at = stream.size() - 45; at < stream.size(); at++) {
            IncidentDeskTest other = new IncidentDeskTest();
            other.arriveInTime(stream.subList(0, at));
            other.restart();
            other.arriveInTime(stream.subList(Math.max(0, at - 3), stream.size()));
            assertThat(other.incidents.page(0, 9))
                    .extracting(Incident::id, Incident::status, Incident::episode, Incident::posts)
                    .isEqualTo(undisturbed.stream()
                            .map(i -> Tuple.tuple(i.id(), i.status(), i.episode(), i.posts()))
                            .toList());
        }
    }

    @Test
    void whatWasFoundButNotSavedIsFoundAgainAfterACrash() {
        class Down extends RuntimeException {
            private static final long serialVersionUID = 1;
        }
        Incidents dying = new ForwardingIncidents(incidents) {
            @Override
            public boolean save(Incident incident, List<IncidentEvent> events) {
                throw new Down();
            }
        };
        desk = desk(dying);
        List<AnalyzedPost> stream = crisis(1);
        assertThatThrownBy(() -> arriveInTime(stream)).isInstanceOf(Down.class);
        assertThat(incidents.page(0, 9)).isEmpty();
        restart();
        Incident found = only();
        IncidentDeskTest undisturbed = new IncidentDeskTest();
        undisturbed.arriveInTime(stream);
        assertThat(found.id()).isEqualTo(undisturbed.only().id());
        assertThat(notifications.of(found.id())).hasSize(1);
    }

    @Test
    void whatWasSavedButNotCalledForIsCalledForAfterACrash() {
        IncidentDesk silent = new IncidentDesk(SETTINGS, incidents, new MemoryNotificationLog(), () -> now);
        crisis(1).forEach(post -> {
            now = post.post().knownAt();
            silent.accept(List.of(post));
        });
        assertThat(notifications.of(only().id())).isEmpty();
        desk.tick();
        assertThat(notifications.of(only().id())).hasSize(2);
    }

    @Test
    void twoRunsAreTheSameEventForEvent() {
        IncidentDeskTest other = new IncidentDeskTest();
        arriveInTime(crisis(3));
        other.arriveInTime(crisis(3));
        assertThat(incidents.page(0, 9)).isEqualTo(other.incidents.page(0, 9));
        assertThat(incidents.timeline(only().id())).isEqualTo(other.incidents.timeline(only().id()));
        assertThat(notifications.of(only().id())).isEqualTo(other.notifications.of(only().id()));
    }

    @Test
    void oneBatchIsJudgedLikeSinglePosts() {
        List<AnalyzedPost> stream = crisis(5);
        now = CRISIS.plusSeconds(9_000);
        arrive(stream.toArray(AnalyzedPost[]::new));
        IncidentDeskTest single = new IncidentDeskTest();
        single.arriveInTime(stream);
        assertThat(only().id()).isEqualTo(single.only().id());
        assertThat(only().posts()).isEqualTo(single.only().posts());
        assertThat(only().version()).isEqualTo(1);
    }

    @Test
    void theOrderWithinABatchDoesNotMatter() {
        List<AnalyzedPost> stream = new ArrayList<>(crisis(5));
        now = CRISIS.plusSeconds(9_000);
        IncidentDeskTest shuffled = new IncidentDeskTest();
        shuffled.now = now;
        arrive(stream.toArray(AnalyzedPost[]::new));
        Collections.shuffle(stream, new Random(1));
        shuffled.arrive(stream.toArray(AnalyzedPost[]::new));
        assertThat(shuffled.only()).isEqualTo(only());
    }

    @Test
    void aSurgeThatIsFoundLateRingsAndAnOldThreadDoesNot() {
        arriveInTime(crisis(1).subList(0, 3));
        now = CRISIS;
        for (int i = 0; i < 20; i++) {
            arrive(complaint("old" + i, now.minus(Duration.ofDays(2)).plusSeconds(i)));
        }
        assertThat(incidents.page(0, 9)).isEmpty();
        for (int i = 0; i < 20; i++) {
            arrive(complaint("late" + i, now.minus(Duration.ofHours(5)).plusSeconds(i)));
        }
        assertThat(only().openedAt()).isEqualTo(CRISIS);
        assertThat(only().reason().at()).isBefore(CRISIS.minus(Duration.ofHours(4)));
    }

    @Test
    void aPostFoundInTheMiddleOfWhatIsKnownCounts() {
        arriveInTime(crisis(1).subList(0, 3));
        now = CRISIS;
        for (int i : List.of(0, 1, 3, 4)) {
            arrive(complaint("p" + 100 + i, CRISIS.minusSeconds(60L * (5 - i))));
        }
        assertThat(incidents.page(0, 9)).isEmpty();
        arrive(complaint("p102", CRISIS.minusSeconds(60L * 3)));
        assertThat(only().posts()).hasSize(5);
    }

    @Test
    void onePersonWhoComplainsTenTimesIsNoSurge() {
        arriveInTime(crisis(1).subList(0, 3));
        for (int i = 0; i < 10; i++) {
            now = CRISIS.plusSeconds(i);
            arrive(complaint("p" + 100 + i, "eve", now, 1));
        }
        assertThat(incidents.page(0, 9)).isEmpty();
    }

    @Test
    void aBareRepostIsNoComplaintOfItsOwn() {
        arriveInTime(crisis(1).subList(0, 3));
        for (int i = 0; i < 10; i++) {
            now = CRISIS.plusSeconds(i);
            arrive(TestPosts.analyzed(
                    Post.builder("forum:r" + i, "forum", " ", now)
                            .repostOf("forum:p1")
                            .build(),
                    true,
                    3));
        }
        assertThat(incidents.page(0, 9)).isEmpty();
    }

    @Test
    void aPostFromTheFutureIsNotBelieved() {
        arrive(complaint("p1", now.plus(Duration.ofDays(400)), 3));
        assertThat(incidents.page(0, 9)).isEmpty();
        now = now.plusSeconds(1);
        arrive(complaint("p2", now, 3));
        assertThat(only().posts()).containsExactly("forum:p2");
    }

    @Test
    void onePostOverTheSeverityRings() {
        arrive(complaint("p1", now, 2));
        assertThat(incidents.page(0, 9)).isEmpty();
        arrive(complaint("p2", now, 3));
        assertThat(only().reason())
                .isEqualTo(new Breach.SeverePost(
                        "severe", TestPosts.WATCH, now, 3, List.of("forum:p2"), List.of("smoke")));
    }

    @Test
    void aPostThatWasCorrectedAndComplainsNoMoreIsForgotten() {
        arriveInTime(crisis(1).subList(0, 3));
        now = CRISIS;
        for (int i = 0; i < 4; i++) {
            arrive(complaint("q" + i, CRISIS.minusSeconds(60 - i)));
        }
        arrive(praise("q3", CRISIS.minusSeconds(57)));
        arrive(complaint("q4", CRISIS.minusSeconds(50)));
        assertThat(incidents.page(0, 9)).isEmpty();
        arrive(complaint("q3", CRISIS.minusSeconds(57)));
        assertThat(only().posts()).hasSize(5);
    }

    @Test
    void theNextIsCalledIfNobodyAcknowledgesAndNobodyAfterThat() {
        arrive(complaint("p1", now, 3));
        Incident incident = only();
        assertThat(notifications.of(incident.id()))
                .extracting(Notification::channel)
                .containsExactly("duty");
        now = START.plusSeconds(599);
        desk.tick();
        assertThat(notifications.of(incident.id())).hasSize(1);
        now = START.plusSeconds(600);
        desk.tick();
        desk.tick();
        assertThat(notifications.of(incident.id()))
                .extracting(Notification::channel, Notification::step)
                .containsExactly(Tuple.tuple("duty", 1), Tuple.tuple("boss", 2));
    }

    @Test
    void anAcknowledgedIncidentCallsNobodyElse() {
        arrive(complaint("p1", now, 3));
        new IncidentActions(incidents, () -> now).acknowledge(only().id(), "mary");
        now = START.plusSeconds(6_000);
        desk.tick();
        assertThat(notifications.of(only().id())).hasSize(1);
    }

    @Test
    void newEvidenceSoonAfterReopensAndCallsAnew() {
        arrive(complaint("p1", now, 3));
        new IncidentActions(incidents, () -> now).resolve(only().id(), "mary");
        now = START.plus(Duration.ofHours(2));
        arrive(complaint("p1", START, 3));
        assertThat(only().status()).isEqualTo(Status.RESOLVED);
        arrive(complaint("p2", now, 3));
        assertThat(only().status()).isEqualTo(Status.OPEN);
        assertThat(only().episode()).isEqualTo(2);
        assertThat(notifications.of(only().id()))
                .extracting(Notification::episode)
                .containsExactly(1, 2);
    }

    @Test
    void anIncidentIsFoundAgainHoweverLongTheSettingsLetItLive() {
        desk = patientDesk();
        arrive(complaint("p1", now, 3));
        now = START.plus(Duration.ofDays(3));
        arrive(complaint("p2", now, 3));
        assertThat(only().posts()).hasSize(2);
        now = START.plus(Duration.ofDays(7));
        desk.tick();
        assertThat(only().resolved()).isTrue();
        now = START.plus(Duration.ofDays(12));
        arrive(complaint("p3", now, 3));
        assertThat(only().episode()).isEqualTo(2);
    }

    @Test
    void whatIsForgottenGoesQuietAndDoesNotSwallowTheNextCrisis() {
        arrive(complaint("p1", now, 3));
        String first = only().id();
        now = START.plus(Duration.ofHours(24)).minusMillis(1);
        desk.tick();
        assertThat(only().status()).isEqualTo(Status.OPEN);
        now = START.plus(Duration.ofHours(24));
        desk.tick();
        assertThat(kinds(first)).endsWith(Kind.WENT_QUIET);
        now = now.plus(Duration.ofHours(3));
        arrive(complaint("p2", now, 3));
        assertThat(incidents.page(0, 9)).hasSize(2);
        assertThat(incidents.unresolved()).extracting(Incident::id).doesNotContain(first);
    }

    @Test
    void whatSomebodyElseChangesMeanwhileIsDecidedAnew() {
        arrive(complaint("p1", now, 3));
        String id = only().id();
        desk = desk(new ForwardingIncidents(incidents) {
            private boolean taken;

            @Override
            public boolean save(Incident incident, List<IncidentEvent> events) {
                if (!taken) {
                    taken = true;
                    new IncidentActions(incidents, () -> now).acknowledge(id, "mary");
                }
                return super.save(incident, events);
            }
        });
        arrive(complaint("p2", now, 3));
        assertThat(only().status()).isEqualTo(Status.ACKNOWLEDGED);
        assertThat(only().posts()).containsExactly("forum:p1", "forum:p2");
    }

    @Test
    void watchesHaveIncidentsOfTheirOwn() {
        AnalyzedPost both = complaint("p1", now, 3);
        var analysis = both.analysis();
        arrive(new AnalyzedPost(
                both.post(),
                new Analysis(
                        "en",
                        List.of("acme", "globex"),
                        null,
                        analysis.complaint(),
                        analysis.severity(),
                        null,
                        Matter.UNKNOWN,
                        null)));
        assertThat(incidents.page(0, 9)).extracting(Incident::watch).containsExactlyInAnyOrder("acme", "globex");
        assertThat(incidents.page(0, 9)).extracting(Incident::id).doesNotHaveDuplicates();
    }

    /** A quiet week, and a complaint that is posted by hand again and again. */
    private void oneComplaintAndCopies(int copies) {
        now = START;
        arrive(complaint("before", START));
        now = START.plus(Duration.ofDays(7));
        arrive(complaint("first", now));
        for (int i = 0; i < copies; i++) {
            now = now.plusSeconds(60);
            arrive(copy("copy" + i, "first", now));
        }
    }

    @Test
    void fewCopiesRingNoBell() {
        oneComplaintAndCopies(3);
        assertThat(incidents.unresolved()).isEmpty();
    }

    @Test
    void manyCopiesRingOnceAndAreToldFromIndependentComplaints() {
        oneComplaintAndCopies(12);
        assertThat(incidents.unresolved()).singleElement().satisfies(incident -> {
            assertThat(incident.reason()).isInstanceOfSatisfying(Breach.Copied.class, copied -> {
                assertThat(copied.count()).isEqualTo(5);
                assertThat(copied.copying()).isEqualTo(4);
            });
            assertThat(incident.posts()).hasSize(13).startsWith("forum:first");
        });
        assertThat(notifications.of(incidents.unresolved().getFirst().id())).hasSize(1);
    }

    @Test
    void copiesOfASevereComplaintDoNotOpenItAgain() {
        now = START;
        arrive(complaint("smoke", now, 3));
        Incident incident = incidents.unresolved().getFirst();
        new IncidentActions(incidents, () -> now).resolve(incident.id(), "mary");
        now = now.plus(Duration.ofDays(1));
        arrive(copy("again", "author of again", "smoke", now, 3));
        assertThat(incidents.unresolved()).isEmpty();
        restart();
        assertThat(incidents.unresolved()).isEmpty();
    }
}
