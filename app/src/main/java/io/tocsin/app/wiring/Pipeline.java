package io.tocsin.app.wiring;

import io.tocsin.alerting.AlertingSettings;
import io.tocsin.alerting.IncidentDesk;
import io.tocsin.alerting.channel.email.EmailNotifier;
import io.tocsin.alerting.channel.email.SmtpSettings;
import io.tocsin.alerting.channel.webhook.WebhookNotifier;
import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.notify.AckLink;
import io.tocsin.alerting.notify.Dispatcher;
import io.tocsin.alerting.notify.Links;
import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.alerting.notify.Notifier;
import io.tocsin.alerting.store.SigningKey;
import io.tocsin.alerting.store.SqlIncidents;
import io.tocsin.alerting.store.SqlNotificationLog;
import io.tocsin.analyzer.Analyzer;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.app.config.Settings;
import io.tocsin.collector.Collector;
import io.tocsin.collector.Doors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.Recounts;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.Sources;
import io.tocsin.dashboards.store.SqlUsers;
import io.tocsin.dashboards.user.Users;
import io.tocsin.dashboards.web.ConsoleConfiguration;
import io.tocsin.dashboards.web.ConsoleSettings;
import io.tocsin.dashboards.web.SourceList;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All parts, from the source to the notification, in the order of the flow. {@link Settings} come from outside. */
@Configuration(proxyBeanMethods = false)
@Import(ConsoleConfiguration.class)
class Pipeline {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Stores stores(Settings settings) {
        return Stores.open(settings);
    }

    @Bean
    Memory memory(Stores stores) {
        return stores.memory();
    }

    @Bean
    Sources sources(Memory memory) {
        return memory.sources();
    }

    @Bean
    Posts posts(Stores stores) {
        return stores.posts();
    }

    @Bean
    Collector collector(SourcesToRead toRead, Memory memory, Analyzer analyzer, InstantSource clock) {
        return new Collector(toRead.connectors(), memory, analyzer, clock, new SplittableRandom());
    }

    @Bean
    Recounts recounts(
            SourcesToRead toRead, Memory memory, Analyzer analyzer, Incidents incidents, InstantSource clock) {
        return new Recounts(toRead.connectors(), memory, analyzer, () -> evidence(incidents), clock);
    }

    private static Set<String> evidence(Incidents incidents) {
        return incidents.unresolved().stream()
                .flatMap(incident -> incident.posts().stream())
                .collect(Collectors.toSet());
    }

    @Bean
    Doors doors(Settings settings, Memory memory, Analyzer analyzer, InstantSource clock) {
        return new Doors(settings.collector().doors(), memory, analyzer, clock);
    }

    @Bean
    SourceList sourceList(Collector collector) {
        return collector::sources;
    }

    @Bean
    Analyzer analyzer(Settings settings, Posts posts, IncidentDesk desk) {
        Analyzer analyzer = new Analyzer(Learning.of(settings), posts, desk);
        // Before anything is up: a stop while the models are being loaded would end in a crash of their native code.
        analyzer.warmUp();
        return analyzer;
    }

    @Bean
    IncidentDesk desk(Settings settings, Incidents incidents, NotificationLog notifications, InstantSource clock) {
        return new IncidentDesk(settings.alerting(), incidents, notifications, clock);
    }

    @Bean
    Incidents incidents(Stores stores) {
        return new SqlIncidents(stores.database());
    }

    @Bean
    IncidentActions actions(Incidents incidents, InstantSource clock) {
        return new IncidentActions(incidents, clock);
    }

    @Bean
    NotificationLog notifications(Stores stores) {
        return new SqlNotificationLog(stores.database());
    }

    @Bean
    AckLink ackLink(Stores stores) {
        return new AckLink(SigningKey.of(stores.database()));
    }

    @Bean
    Dispatcher dispatcher(
            Settings settings,
            NotificationLog log,
            Incidents incidents,
            Posts posts,
            AckLink links,
            ExecutorService senders,
            InstantSource clock) {
        return new Dispatcher(log, incidents, posts, notifiers(settings.alerting(), links), senders, clock);
    }

    private static List<Notifier> notifiers(AlertingSettings settings, AckLink ackLink) {
        Links links = new Links(settings.console(), ackLink);
        OkHttpClient client = new OkHttpClient();
        return Stream.<Notifier>concat(
                        settings.emails().stream().map(email -> new EmailNotifier(email, mailServer(settings), links)),
                        settings.webhooks().stream().map(hook -> new WebhookNotifier(hook, links, client)))
                .toList();
    }

    private static SmtpSettings mailServer(AlertingSettings settings) {
        return Objects.requireNonNull(settings.smtp(), "settings with e-mail channels have a mail server");
    }

    @Bean
    ExecutorService senders() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    Users users(Stores stores) {
        return new SqlUsers(stores.database());
    }

    @Bean
    ConsoleSettings consoleSettings(Settings settings) {
        return settings.console();
    }

    /** The sources and how each is read. */
    record SourcesToRead(Map<Source, Connector> connectors) {}
}
