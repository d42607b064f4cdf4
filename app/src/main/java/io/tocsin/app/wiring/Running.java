package io.tocsin.app.wiring;

import io.tocsin.alerting.IncidentDesk;
import io.tocsin.alerting.notify.Dispatcher;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.app.config.Settings;
import io.tocsin.app.schedule.Schedule;
import io.tocsin.app.wiring.Pipeline.SourcesToRead;
import io.tocsin.collector.Collector;
import io.tocsin.collector.Doors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.Recounts;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.source.Source;
import io.tocsin.dashboards.web.FirstUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Tocsin while it runs: everything is wired, the schedules turn, and the console answers. */
public final class Running implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);
    /** Much more often than any post is counted, so that none waits for long. */
    static final Duration RECOUNT = Duration.ofSeconds(15);

    private static final Duration TIDY = Duration.ofDays(1);
    /** Most of a first poll is waiting: for robots.txt, and then for the pause that the host is given. */
    private static final int MOST_POLLS_AT_ONCE = 128;
    /** Sources begin one after the other, or they would all come at once ever after. */
    public static final Duration PACE = Duration.ofMillis(60);

    private final ConfigurableApplicationContext context;
    private final Schedule polls;
    private final Schedule counts = new Schedule("counts", 4);
    private final Schedule alerting = new Schedule("alerting", 2);

    private final CountDownLatch closed = new CountDownLatch(1);

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
        Collector collector = context.getBean(Collector.class);
        this.polls = polls(collector);
        Doors doors = context.getBean(Doors.class);
        doors.sources().forEach(door -> polls.every(door.every(), door.name(), () -> doors.listen(door.name())));
        Recounts recounts = context.getBean(Recounts.class);
        recounts.sources()
                .forEach(source -> counts.every(RECOUNT, "counts of " + source, () -> recounts.recount(source)));
        counts.every(TIDY, "tidy", () -> context.getBean(Memory.class).tidy(Instant.now()));
        alerting.every(TICK, "tick", context.getBean(IncidentDesk.class)::tick);
        alerting.every(TICK, "dispatch", context.getBean(Dispatcher.class)::dispatch);
    }

    /** When each source is polled. */
    public static Schedule polls(Collector collector) {
        Schedule polls = new Schedule("polls", Math.clamp(collector.sources().size(), 1, MOST_POLLS_AT_ONCE));
        Duration first = Duration.ZERO;
        for (Source source : collector.sources()) {
            polls.every(first, source.every(), source.name(), () -> collector.collect(source.name()));
            first = first.plus(PACE);
        }
        return polls;
    }

    /**
     * Starts everything.
     *
     * @param sources what is read, and how, by what the collector remembers
     * @param more adds what a special kind of run needs besides
     * @throws StartException with a message for people, if something cannot be started; nothing is left running then
     */
    public static Running start(
            Settings settings,
            Function<Memory, Map<Source, Connector>> sources,
            Consumer<GenericApplicationContext> more) {
        ConfigurableApplicationContext context = wire(settings, sources, more);
        try {
            context.getBean(IncidentDesk.class).recover(context.getBean(Posts.class));
            Running running = new Running(context);
            StopSignals.closeFirst(running::close);
            running.alerting.start();
            running.polls.start();
            running.counts.start();
            return running;
        } catch (RuntimeException e) {
            context.close();
            throw new StartException(e);
        }
    }

    private static ConfigurableApplicationContext wire(
            Settings settings,
            Function<Memory, Map<Source, Connector>> sources,
            Consumer<GenericApplicationContext> more) {
        SpringApplication application = new SpringApplication(Pipeline.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "logging.file.name",
                settings.data().resolve("tocsin.log").toString(),
                "logging.threshold.console",
                "off"));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(
                    SourcesToRead.class, () -> new SourcesToRead(sources.apply(beans.getBean(Memory.class))));
            more.accept(beans);
        });
        try {
            return application.run();
        } catch (RuntimeException e) {
            throw new StartException(e);
        }
    }

    /** The password of the first user, if there was none yet. */
    public Optional<String> firstPassword() {
        return context.getBean(FirstUser.class).create();
    }

    /** The same for a demonstration, whose user need not choose another. */
    public Optional<String> demoPassword() {
        return context.getBean(FirstUser.class).createForDemo();
    }

    /** Returns when everything has stopped. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Stops reading, then the alerting, then the console and the stores. */
    @Override
    public void close() {
        counts.close();
        polls.close();
        alerting.close();
        context.close();
        closed.countDown();
    }
}
