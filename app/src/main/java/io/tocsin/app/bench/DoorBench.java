package io.tocsin.app.bench;

import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.notify.AckLink;
import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.alerting.store.MemoryIncidents;
import io.tocsin.alerting.store.MemoryNotificationLog;
import io.tocsin.alerting.store.SigningKey;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.app.bench.AnalysisBench.Measure;
import io.tocsin.app.config.Settings;
import io.tocsin.app.wiring.Stores;
import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.Doors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.source.Sources;
import io.tocsin.dashboards.store.SqlUsers;
import io.tocsin.dashboards.user.Users;
import io.tocsin.dashboards.web.ConsoleConfiguration;
import io.tocsin.dashboards.web.ConsoleSettings;
import io.tocsin.dashboards.web.SourceList;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * How many posts callers can bring to the HTTP door: through the console as it is, with its locks, the question which
 * posts are known to the embedded Elasticsearch, and the record of what came in the database.
 *
 * @param settings with one door; all is kept in its data folder
 * @param lines of JSON, by the number of the post
 * @param duration for how long posts are brought
 */
record DoorBench(Settings settings, IntFunction<String> lines, Duration duration) {
    private static final int CALLERS = 3;
    private static final int POSTS_PER_CALL = 500;
    private static final double NANOS = 1e9;

    void run(Consumer<Measure> report) throws IOException, InterruptedException {
        LongAdder arrived = new LongAdder();
        try (Stores stores = Stores.open(settings);
                ConfigurableApplicationContext console = console(stores, arrived);
                HttpClient client = HttpClient.newHttpClient()) {
            String port = Objects.requireNonNull(console.getEnvironment().getProperty("local.server.port"));
            URI address = URI.create("http://127.0.0.1:" + port + "/api/posts");
            AtomicInteger calls = new AtomicInteger();
            bring(client, address, calls, Duration.ofSeconds(5));
            arrived.reset();
            long begin = System.nanoTime();
            bring(client, address, calls, duration);
            double seconds = (System.nanoTime() - begin) / NANOS;
            report.accept(new Measure("through the HTTP door to the analysis", arrived.sum() / seconds, "posts/s"));
        }
    }

    private void bring(HttpClient client, URI address, AtomicInteger calls, Duration time)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        Callable<Void> caller = () -> {
            while (System.nanoTime() < end) {
                call(client, address, calls.getAndIncrement());
            }
            return null;
        };
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<Void> done : callers.invokeAll(
                    IntStream.range(0, CALLERS).mapToObj(number -> caller).toList())) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A call to the HTTP door failed.", e.getCause());
        }
    }

    private void call(HttpClient client, URI address, int number) throws IOException, InterruptedException {
        String body = IntStream.range(number * POSTS_PER_CALL, (number + 1) * POSTS_PER_CALL)
                .mapToObj(lines)
                .collect(Collectors.joining("\n"));
        HttpRequest call = HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "Bearer " + settings.collector().doors().getFirst().token())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(call, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("It answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private ConfigurableApplicationContext console(Stores stores, LongAdder arrived) {
        return new SpringApplicationBuilder(ConsoleConfiguration.class)
                .properties("spring.main.banner-mode=off", "logging.level.root=warn")
                .initializers(context -> provide(stores, arrived, (GenericApplicationContext) context))
                .run();
    }

    private void provide(Stores stores, LongAdder arrived, GenericApplicationContext context) {
        InstantSource clock = InstantSource.system();
        Memory memory = stores.memory();
        Incidents incidents = new MemoryIncidents();
        List<DoorSettings> doors = settings.collector().doors();
        context.registerBean(ConsoleSettings.class, settings::console);
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(Incidents.class, () -> incidents);
        context.registerBean(IncidentActions.class, () -> new IncidentActions(incidents, clock));
        context.registerBean(NotificationLog.class, MemoryNotificationLog::new);
        context.registerBean(Posts.class, stores::posts);
        context.registerBean(Doors.class, () -> new Doors(doors, memory, posts -> arrived.add(posts.size()), clock));
        context.registerBean(Sources.class, memory::sources);
        context.registerBean(SourceList.class, () -> List::of);
        context.registerBean(Users.class, () -> new SqlUsers(stores.database()));
        context.registerBean(AckLink.class, () -> new AckLink(SigningKey.of(stores.database())));
    }
}
