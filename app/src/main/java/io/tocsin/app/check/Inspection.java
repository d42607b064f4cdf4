package io.tocsin.app.check;

import io.tocsin.app.config.Settings;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.source.Source;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tries out every store, mail server and source that a configuration names. Nothing is written and nothing is sent.
 *
 * @param connectors how each source is read
 */
public record Inspection(Settings settings, Map<Source, Connector> connectors, InstantSource clock) {

    /** What is found, in the order of the configuration; each is tried when the stream comes to it. */
    public Stream<Finding> findings() {
        List<Supplier<Finding>> checks = new ArrayList<>();
        checks.add(() -> StoreCheck.folder(settings.data()));
        if (settings.database().url().startsWith("jdbc:postgresql:")) {
            checks.add(() -> StoreCheck.database(settings.database()));
        }
        var elasticsearch = settings.elasticsearch();
        if (elasticsearch != null) {
            checks.add(() -> StoreCheck.search(elasticsearch));
        }
        var smtp = settings.alerting().smtp();
        if (smtp != null) {
            checks.add(() -> MailCheck.connect(smtp));
        }
        connectors.forEach(
                (source, connector) -> checks.add(() -> SourceCheck.read(source.name(), connector, clock.instant())));
        settings.collector()
                .doors()
                .forEach(door -> checks.add(() -> Finding.works(
                        "source " + door.name(),
                        "waits for posts at " + settings.console().url().resolve("/api/posts"))));
        return checks.stream().map(Supplier::get);
    }
}
