package io.tocsin.app.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks every so often on threads of its own. A task never runs twice at once; one that is late runs once, not
 * once for every time it missed; one that throws is logged and runs again.
 */
public final class Schedule implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Schedule.class);

    private static final int MOST_RUNNING = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore running = new Semaphore(MOST_RUNNING);
    private final Map<String, Runnable> tasks = new ConcurrentHashMap<>();
    private final Scheduler scheduler;

    /**
     * Sets it up.
     *
     * @param name of its threads; unique within the process
     */
    public Schedule(String name, int threads) {
        Properties properties = new Properties();
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, name);
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
        try {
            scheduler = new StdSchedulerFactory(properties).getScheduler();
            scheduler.setJobFactory(
                    (bundle, ignored) -> new Task(task(bundle.getJobDetail().getKey()), running));
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule " + name + " could not be set up", e);
        }
    }

    private Runnable task(JobKey key) {
        return Objects.requireNonNull(tasks.get(key.getName()));
    }

    /** Runs the task now, once started, and then again and again. */
    public void every(Duration interval, String name, Runnable task) {
        every(Duration.ZERO, interval, name, task);
    }

    /**
     * Runs the task again and again.
     *
     * @param first how long after now it runs for the first time
     */
    public void every(Duration first, Duration interval, String name, Runnable task) {
        tasks.put(name, task);
        try {
            scheduler.scheduleJob(
                    JobBuilder.newJob(Task.class).withIdentity(name).build(),
                    TriggerBuilder.newTrigger()
                            .startAt(Date.from(Instant.now().plus(first)))
                            .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                                    .withIntervalInMilliseconds(interval.toMillis())
                                    .repeatForever()
                                    .withMisfireHandlingInstructionNextWithRemainingCount())
                            .build());
        } catch (SchedulerException e) {
            throw new IllegalStateException(name + " could not be scheduled every " + interval, e);
        }
    }

    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be started", e);
        }
    }

    /**
     * Starts no more tasks, and waits for those that run, but not for long: what is broken off is done again after the
     * next start. Nothing is interrupted, because an interrupt would close the files of the database.
     */
    @Override
    public void close() {
        try {
            scheduler.standby();
            if (!running.tryAcquire(MOST_RUNNING, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.info("Some tasks still run; they are broken off");
            }
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            log.warn("The schedule did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @DisallowConcurrentExecution
    private static final class Task implements Job {
        private final Runnable task;
        private final Semaphore running;

        Task(Runnable task, Semaphore running) {
            this.task = task;
            this.running = running;
        }

        @Override
        public void execute(JobExecutionContext context) {
            running.acquireUninterruptibly();
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error(
                        "{} failed; it runs again at its next turn",
                        context.getJobDetail().getKey().getName(),
                        e);
            } finally {
                running.release();
            }
        }
    }
}
