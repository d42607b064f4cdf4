package io.tocsin.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void aTaskThatThrowsRunsAgainAndStopsNoOther() {
        AtomicInteger broken = new AtomicInteger();
        AtomicInteger fine = new AtomicInteger();
        try (Schedule schedule = schedule()) {
            schedule.every(OFTEN, "broken", () -> {
                broken.incrementAndGet();
                throw new IllegalStateException("a bug");
            });
            schedule.every(OFTEN, "fine", fine::incrementAndGet);
            schedule.start();
            await().until(() -> broken.get() >= 3 && fine.get() >= 3);
        }
    }

    @Test
    void aTaskMayBeginLater() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        try (Schedule schedule = schedule()) {
            schedule.every(Duration.ofDays(1), OFTEN, "later", later::incrementAndGet);
            schedule.every(Duration.ofMillis(10), OFTEN, "soon", now::incrementAndGet);
            schedule.start();
            await().until(() -> now.get() >= 5);
        }
        assertThat(later).hasValue(0);
    }

    @Test
    void aTaskNeverRunsTwiceAtOnce() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        try (Schedule schedule = schedule()) {
            schedule.every(Duration.ofMillis(1), "slow", () -> {
                overlapped.compareAndSet(false, inside.incrementAndGet() > 1);
                inside.decrementAndGet();
                runs.incrementAndGet();
            });
            schedule.start();
            await().until(() -> runs.get() >= 50);
        }
        assertThat(overlapped).isFalse();
    }

    @Test
    void nothingRunsAfterItWasClosedAndWhatRanWasWaitedFor() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        Schedule schedule = schedule();
        schedule.every(OFTEN, "task", () -> {
            begun.countDown();
            finished.incrementAndGet();
        });
        schedule.start();
        begun.await();

        schedule.close();

        int atClose = finished.get();
        assertThat(atClose).isPositive();
        assertThat(finished).hasValue(atClose);
    }

    private static Schedule schedule() {
        return new Schedule("test-" + UUID.randomUUID(), 2);
    }
}
