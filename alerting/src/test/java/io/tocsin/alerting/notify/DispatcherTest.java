package io.tocsin.alerting.notify;

import static io.tocsin.alerting.TestAlerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alerting.TestAlerts;
import io.tocsin.alerting.TestPosts;
import io.tocsin.alerting.escalation.Call;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.notify.Notification.State;
import io.tocsin.alerting.notify.Outcome.GaveUp;
import io.tocsin.alerting.notify.Outcome.Sent;
import io.tocsin.alerting.notify.Outcome.TryAgain;
import io.tocsin.alerting.store.MemoryIncidents;
import io.tocsin.alerting.store.MemoryNotificationLog;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Copies;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.analysis.PostsUnavailableException;
import io.tocsin.analyzer.store.MemoryPosts;
import io.tocsin.collector.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatcherTest {
    private static final Executor AT_ONCE = Runnable::run;

    private final MemoryIncidents incidents = new MemoryIncidents();
    private final MemoryNotificationLog log = new MemoryNotificationLog();
    private final MemoryPosts posts = new MemoryPosts();
    private final List<Alert> sent = new ArrayList<>();
    private Instant now = NOON;
    private Incident incident = TestAlerts.surge("acme");

    /** The process dies. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A channel that records what it sends and answers as it is told. */
    private record Channel(String channel, Function<Alert, Outcome> answer) implements Notifier {
        @Override
        public Outcome send(Alert alert) {
            return answer.apply(alert);
        }
    }

    @BeforeEach
    void open() {
        posts.save(List.of(TestPosts.complaint("p0", NOON)));
        Incident fresh = new Incident(
                incident.id(),
                "acme",
                incident.reason(),
                Incident.Status.OPEN,
                2,
                incident.posts(),
                NOON,
                1,
                NOON,
                NOON,
                null,
                null,
                0);
        incidents.save(fresh, List.of());
        incident = fresh.nextVersion();
    }

    private void enqueue(String channel, int step) {
        log.enqueue(List.of(Notification.of(new Call(incident.id(), 1, step, channel, channel + "@example.org"), now)));
    }

    private Channel channel(String name, Outcome... answers) {
        List<Outcome> left = new ArrayList<>(List.of(answers));
        return new Channel(name, alert -> {
            sent.add(alert);
            return left.size() > 1 ? left.removeFirst() : left.getFirst();
        });
    }

    private Dispatcher dispatcher(NotificationLog through, Notifier... notifiers) {
        return new Dispatcher(through, incidents, posts, List.of(notifiers), AT_ONCE, () -> now);
    }

    private Notification only() {
        assertThat(log.of(incident.id())).hasSize(1);
        return log.of(incident.id()).getFirst();
    }

    private List<IncidentEvent> told() {
        return incidents.timeline(incident.id());
    }

    @Test
    void sendsOnceWhatIsDueAndTellsIt() {
        enqueue("mail", 1);
        Dispatcher dispatcher = dispatcher(log, channel("mail", new Sent()));
        dispatcher.dispatch();
        dispatcher.dispatch();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().posts()).extracting(p -> p.post().id()).containsExactly("forum:p0");
        assertThat(only().state()).isEqualTo(State.SENT);
        assertThat(only().settledAt()).isEqualTo(NOON);
        assertThat(told())
                .containsExactly(new IncidentEvent(incident.id(), NOON, Kind.NOTIFIED, "mail@example.org", "1"));
    }

    @Test
    void triesAgainWithTheSameKeyAfterAPauseThatGrows() {
        enqueue("mail", 1);
        Dispatcher dispatcher =
                dispatcher(log, channel("mail", new TryAgain("busy"), new TryAgain("busy"), new Sent()));
        dispatcher.dispatch();
        assertThat(only().notBefore()).isEqualTo(NOON.plusSeconds(5));
        assertThat(only().problem()).isEqualTo("busy");
        now = NOON.plusSeconds(4);
        dispatcher.dispatch();
        assertThat(sent).hasSize(1);
        now = NOON.plusSeconds(5);
        dispatcher.dispatch();
        assertThat(only().notBefore()).isEqualTo(NOON.plusSeconds(15));
        now = NOON.plusSeconds(15);
        dispatcher.dispatch();
        assertThat(sent)
                .extracting(alert -> alert.notification().key())
                .hasSize(3)
                .containsOnly(only().key());
        assertThat(sent).extracting(alert -> alert.notification().attempts()).containsExactly(1, 2, 3);
        assertThat(only().state()).isEqualTo(State.SENT);
        assertThat(told()).extracting(IncidentEvent::text).containsExactly("3");
    }

    @Test
    void waitsAsLongAsTheOtherSideAsksWithinReason() {
        enqueue("mail", 1);
        dispatcher(log, channel("mail", new TryAgain("busy", Duration.ofMinutes(7))))
                .dispatch();
        assertThat(only().notBefore()).isEqualTo(NOON.plusSeconds(420));
        now = NOON.plusSeconds(420);
        dispatcher(log, channel("mail", new TryAgain("busy", Duration.ofDays(7))))
                .dispatch();
        assertThat(only().notBefore()).isEqualTo(now.plusSeconds(3_600));
    }

    @Test
    void givesUpAfterEightAttemptsAndTellsIt() {
        enqueue("mail", 1);
        Dispatcher dispatcher = dispatcher(log, channel("mail", new TryAgain("busy")));
        for (int i = 0; i < 20; i++) {
            dispatcher.dispatch();
            now = now.plusSeconds(3_600);
        }
        assertThat(sent).hasSize(8);
        assertThat(only().state()).isEqualTo(State.FAILED);
        assertThat(told()).extracting(IncidentEvent::kind).containsExactly(Kind.NOTIFICATION_FAILED);
        assertThat(told()).extracting(IncidentEvent::text).containsExactly("busy");
    }

    @Test
    void givesUpAtOnceWhereNoRepetitionHelps() {
        enqueue("mail", 1);
        enqueue("pager", 1);
        dispatcher(log, channel("mail", new GaveUp("no such address"))).dispatch();
        assertThat(log.of(incident.id())).extracting(Notification::state).containsOnly(State.FAILED);
        assertThat(told())
                .extracting(IncidentEvent::text)
                .containsExactly("no such address", "the configuration has no channel pager");
    }

    @Test
    void aBugInAChannelIsAReasonToTryAgain() {
        enqueue("mail", 1);
        dispatcher(log, new Channel("mail", alert -> {
                    throw new IllegalStateException("secret");
                }))
                .dispatch();
        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(only().problem()).contains("IllegalStateException").doesNotContain("secret");
    }

    @Test
    void whatSomebodyHasAnsweredIsNotSentAnyMore() {
        enqueue("mail", 1);
        Dispatcher dispatcher = dispatcher(log, channel("mail", new TryAgain("busy")));
        dispatcher.dispatch();
        new IncidentActions(incidents, () -> now).acknowledge(incident.id(), "mary");
        now = NOON.plusSeconds(60);
        dispatcher.dispatch();
        assertThat(sent).hasSize(1);
        assertThat(only().state()).isEqualTo(State.NEEDLESS);
    }

    @Test
    void theBellDoesNotWaitForTheStoreOfPosts() {
        enqueue("mail", 1);
        MemoryPosts none = new MemoryPosts();
        var broken = new Posts() {
            @Override
            public void save(Collection<AnalyzedPost> more) {
                none.save(more);
            }

            @Override
            public List<Post> grow(Collection<Post> counted) {
                return none.grow(counted);
            }

            @Override
            public List<AnalyzedPost> find(Collection<String> ids) {
                throw new PostsUnavailableException("down", null);
            }

            @Override
            public Map<String, Copies> copies(Collection<String> ids) {
                return none.copies(ids);
            }

            @Override
            public void complaintsSince(Instant from, Consumer<AnalyzedPost> each) {
                none.complaintsSince(from, each);
            }

            @Override
            public long count() {
                return none.count();
            }
        };
        new Dispatcher(log, incidents, broken, List.of(channel("mail", new Sent())), AT_ONCE, () -> now).dispatch();
        assertThat(sent).hasSize(1).allMatch(alert -> alert.posts().isEmpty());
    }

    /** Where the process can die while it sends one message. */
    enum Moment {
        BEFORE_BEGIN,
        AFTER_BEGIN,
        AFTER_SEND,
        BEFORE_SETTLE,
        AFTER_SETTLE
    }

    /** A log in a process that dies at one moment. */
    private record DyingLog(NotificationLog log, Moment moment) implements NotificationLog {
        private void dieAt(Moment here) {
            if (moment == here) {
                throw new Crash();
            }
        }

        @Override
        public void enqueue(Collection<Notification> notifications) {
            log.enqueue(notifications);
        }

        @Override
        public List<Notification> due(Instant now) {
            return log.due(now);
        }

        @Override
        public boolean begin(Notification sending) {
            dieAt(Moment.BEFORE_BEGIN);
            boolean begun = log.begin(sending);
            dieAt(Moment.AFTER_BEGIN);
            return begun;
        }

        @Override
        public void settle(Notification notification) {
            dieAt(Moment.BEFORE_SETTLE);
            log.settle(notification);
            dieAt(Moment.AFTER_SETTLE);
        }

        @Override
        public List<Notification> of(String incident) {
            return log.of(incident);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aCrashAtAnyMomentLosesNothingAndRepeatsNothingInSilence(Moment moment) {
        enqueue("mail", 1);
        String key = only().key();
        List<State> recordedWhenSent = new ArrayList<>();
        Channel mail = new Channel("mail", alert -> {
            recordedWhenSent.add(only().state());
            sent.add(alert);
            return new Sent();
        });
        Channel dying = new Channel("mail", alert -> {
            mail.send(alert);
            if (moment == Moment.AFTER_SEND) {
                throw new Crash();
            }
            return new Sent();
        });
        assertThatThrownBy(() -> dispatcher(new DyingLog(log, moment), dying).dispatch())
                .isInstanceOf(Crash.class);

        now = NOON.plusSeconds(60);
        Dispatcher afterwards = dispatcher(log, mail);
        afterwards.dispatch();
        afterwards.dispatch();

        assertThat(only().state()).isEqualTo(State.SENT);
        assertThat(recordedWhenSent).isNotEmpty().containsOnly(State.SENDING);
        assertThat(sent).extracting(alert -> alert.notification().key()).containsOnly(key);
        assertThat(sent).extracting(alert -> alert.notification().attempts()).doesNotHaveDuplicates();
        boolean twice = moment == Moment.AFTER_SEND || moment == Moment.BEFORE_SETTLE;
        assertThat(sent).hasSize(twice ? 2 : 1);
        if (twice) {
            assertThat(told()).extracting(IncidentEvent::text).containsExactly("2");
        }
    }

    @Test
    void aLogThatNeverTakesTheOutcomeDoesNotSendForEver() {
        enqueue("mail", 1);
        for (int i = 0; i < 20; i++) {
            Dispatcher dying = dispatcher(new DyingLog(log, Moment.BEFORE_SETTLE), channel("mail", new Sent()));
            assertThatThrownBy(dying::dispatch).isInstanceOf(Crash.class);
            now = now.plusSeconds(3_600);
        }
        assertThat(sent).hasSize(8);
        dispatcher(log, channel("mail", new Sent())).dispatch();
        assertThat(only().state()).isEqualTo(State.FAILED);
    }

    @Test
    void aSlowChannelHoldsUpNoOtherAndNothingIsSentTwiceMeanwhile() throws Exception {
        for (int step = 1; step <= 9; step++) {
            enqueue("mail", step);
        }
        enqueue("hook", 1);
        CountDownLatch mailServer = new CountDownLatch(1);
        CountDownLatch hookCalled = new CountDownLatch(1);
        CountDownLatch mailsUnderWay = new CountDownLatch(4);
        List<String> mails = Collections.synchronizedList(new ArrayList<>());
        Channel mail = new Channel("mail", alert -> {
            mails.add(alert.notification().key());
            mailsUnderWay.countDown();
            await(mailServer);
            return new Sent();
        });
        Channel hook = new Channel("hook", alert -> {
            hookCalled.countDown();
            return new Sent();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Dispatcher dispatcher =
                    new Dispatcher(log, incidents, posts, List.of(mail, hook), threads, () -> now.plusSeconds(3_600));
            for (int i = 0; i < 5; i++) {
                dispatcher.dispatch();
            }
            hookCalled.await();
            mailsUnderWay.await();
            assertThat(mails).hasSize(4).doesNotHaveDuplicates();
            mailServer.countDown();
            while (!log.due(now.plusSeconds(7_200)).isEmpty()) {
                dispatcher.dispatch();
                Thread.onSpinWait();
            }
        }
        assertThat(mails).hasSize(9).doesNotHaveDuplicates();
        assertThat(log.of(incident.id())).extracting(Notification::attempts).containsOnly(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
