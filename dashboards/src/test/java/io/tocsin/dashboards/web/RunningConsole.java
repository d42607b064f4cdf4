package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.notify.AckLink;
import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.collector.Doors;
import io.tocsin.collector.source.Sources;
import io.tocsin.dashboards.user.User;
import io.tocsin.dashboards.user.Users;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The real console over a world in memory. */
final class RunningConsole implements AutoCloseable {
    static final String PASSWORD = "a bell rings in the town";

    final World world;
    private final ConfigurableApplicationContext context;

    private RunningConsole(World world, ConfigurableApplicationContext context) {
        this.world = world;
        this.context = context;
    }

    static RunningConsole start(World world, ConsoleSettings settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ConsoleConfiguration.class)
                .properties("spring.main.banner-mode=off", "logging.level.root=warn")
                .initializers(empty -> provide(world, settings, (GenericApplicationContext) empty))
                .run();
        return new RunningConsole(world, context);
    }

    /** At a free port. */
    static RunningConsole start(World world) {
        return start(world, new ConsoleSettings("127.0.0.1", 0, URI.create("http://console.example")));
    }

    private static void provide(World world, ConsoleSettings settings, GenericApplicationContext context) {
        context.registerBean(ConsoleSettings.class, () -> settings);
        context.registerBean(InstantSource.class, () -> world);
        context.registerBean(Incidents.class, () -> world.incidents);
        context.registerBean(IncidentActions.class, () -> world.actions);
        context.registerBean(NotificationLog.class, () -> world.sent);
        context.registerBean(Posts.class, () -> world.posts);
        context.registerBean(Doors.class, () -> world.doors);
        context.registerBean(Sources.class, () -> world.sources);
        context.registerBean(SourceList.class, () -> () -> world.configured);
        context.registerBean(Users.class, () -> world.users);
        context.registerBean(AckLink.class, () -> world.links);
    }

    URI address() {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return URI.create("http://127.0.0.1:" + port);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** A browser of somebody who has not logged in. */
    Browser browser() {
        return new Browser(address());
    }

    /** A browser of a new user of this name who has logged in. */
    Browser browserOf(String name) {
        addUser(name, false);
        Browser browser = browser();
        browser.logIn(name, PASSWORD);
        return browser;
    }

    void addUser(String name, boolean temporary) {
        world.users.add(new User(name, part(PasswordEncoder.class).encode(PASSWORD), temporary));
    }

    @Override
    public void close() {
        context.close();
    }
}
