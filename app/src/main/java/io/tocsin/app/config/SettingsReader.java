package io.tocsin.app.config;

import io.tocsin.alerting.AlertingSettings;
import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.store.ElasticSettings;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.store.DatabaseSettings;
import io.tocsin.dashboards.web.ConsoleSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file as a whole. */
final class SettingsReader {

    private SettingsReader() {}

    /** @param folder what relative paths are relative to: that of the file */
    static Optional<Settings> read(Section root, Path folder, Purpose purpose) {
        Path data = folder.resolve(root.optional("data", Types.PATH).orElse(Path.of("data")))
                .normalize();
        Optional<DatabaseSettings> database = database(root, data);
        Optional<ElasticSettings> elasticsearch = elasticsearch(root);
        Optional<ConsoleSettings> console = ConsoleReader.read(root);
        Optional<CollectorSettings> collector = CollectorReader.read(root, folder);
        Optional<AnalyzerSettings> analyzer = AnalyzerReader.read(root);
        Optional<AlertingSettings> alerting = AlertingReader.read(
                root, console.orElse(ConsoleSettings.DEFAULT).url());
        if (purpose == Purpose.RUN) {
            demandWork(root);
            collector.ifPresent(settings -> demandDifferentTokens(root, settings.doors()));
        }
        return root.build(() -> new Settings(
                data,
                database.orElseThrow(),
                elasticsearch.orElse(null),
                console.orElseThrow(),
                collector.orElseThrow(),
                analyzer.orElseThrow(),
                alerting.orElseThrow()));
    }

    private static Optional<DatabaseSettings> database(Section root, Path data) {
        if (!root.has("database")) {
            return Optional.of(DatabaseSettings.embedded(data));
        }
        Section section = root.section("database");
        String url = section.required("url", Types.JDBC_URL);
        Credentials credentials = Credentials.read(section);
        return section.build(() -> new DatabaseSettings(url, credentials.username(), credentials.password()));
    }

    private static Optional<ElasticSettings> elasticsearch(Section root) {
        if (!root.has("elasticsearch")) {
            return Optional.empty();
        }
        Section section = root.section("elasticsearch");
        URI url = section.required("url", Types.URL.like("https://search.example.org:9200"));
        Credentials credentials = Credentials.read(section);
        return section.build(() -> new ElasticSettings(url, credentials.username(), credentials.password()));
    }

    private static void demandWork(Section root) {
        demand(root, "sources", "there is nothing to read; add a feed or a forum");
        demand(root, "watches", "there is nothing to listen for; add a name and a query");
        demand(root, "escalation", "there is nobody to call; add a step that notifies a channel");
        if (root.mentions("rules")) {
            demand(root, "rules", "nothing would ever ring; add a rule, or remove this key for the usual ones");
        }
    }

    private static void demandDifferentTokens(Section root, List<DoorSettings> doors) {
        Map<String, DoorSettings> byToken = new HashMap<>();
        for (DoorSettings door : doors) {
            DoorSettings other = byToken.putIfAbsent(door.token(), door);
            if (other != null) {
                root.report(
                        "sources", other.name() + " and " + door.name() + " have the same token; give each its own");
            }
        }
    }

    private static void demand(Section root, String key, String otherwise) {
        if (root.isEmpty(key)) {
            root.report(key, otherwise);
        }
    }
}
