package io.tocsin.app.config;

import io.tocsin.alerting.AlertingSettings;
import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.store.ElasticSettings;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.store.DatabaseSettings;
import io.tocsin.dashboards.web.ConsoleSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Everything the configuration says, checked and with its defaults.
 *
 * @param data the folder of everything Tocsin keeps
 * @param elasticsearch {@code null} for the node that Tocsin starts itself
 */
public record Settings(
        Path data,
        DatabaseSettings database,
        @Nullable ElasticSettings elasticsearch,
        ConsoleSettings console,
        CollectorSettings collector,
        AnalyzerSettings analyzer,
        AlertingSettings alerting) {}
