package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A later package may use an earlier one, never the reverse. This list is the architecture. */
class ReadingOrderTest {
    static final List<String> ORDER = List.of(
            "io.tocsin.collector.post",
            "io.tocsin.collector.source",
            "io.tocsin.collector.growth",
            "io.tocsin.collector.fetch",
            "io.tocsin.collector.clean",
            "io.tocsin.collector.copy",
            "io.tocsin.collector.connect",
            "io.tocsin.collector.connect.feed",
            "io.tocsin.collector.connect.files",
            "io.tocsin.collector.connect.mailbox",
            "io.tocsin.collector.connect.listing",
            "io.tocsin.collector.connect.stream",
            "io.tocsin.collector.connect.appstore",
            "io.tocsin.collector.connect.discourse",
            "io.tocsin.collector.connect.hackernews",
            "io.tocsin.collector.connect.lemmy",
            "io.tocsin.collector.connect.mastodon",
            "io.tocsin.collector.connect.reddit",
            "io.tocsin.collector.connect.telegram",
            "io.tocsin.collector.connect.weibo",
            "io.tocsin.collector.connect.youtube",
            "io.tocsin.collector.connect.x",
            "io.tocsin.collector.connect.thread",
            "io.tocsin.collector.connect.flarum",
            "io.tocsin.collector.connect.forum",
            "io.tocsin.collector.connect.nodebb",
            "io.tocsin.collector.connect.v2ex",
            "io.tocsin.collector.connect.bluesky",
            "io.tocsin.collector.store",
            "io.tocsin.collector",
            "io.tocsin.analyzer.watch",
            "io.tocsin.analyzer.language",
            "io.tocsin.analyzer.text",
            "io.tocsin.analyzer.entity",
            "io.tocsin.analyzer.disguise",
            "io.tocsin.analyzer.scorer",
            "io.tocsin.analyzer.encoder",
            "io.tocsin.analyzer.model",
            "io.tocsin.analyzer.analysis",
            "io.tocsin.analyzer.store",
            "io.tocsin.analyzer",
            "io.tocsin.alerting.spread",
            "io.tocsin.alerting.rule",
            "io.tocsin.alerting.incident",
            "io.tocsin.alerting.escalation",
            "io.tocsin.alerting.notify",
            "io.tocsin.alerting.channel.email",
            "io.tocsin.alerting.channel.webhook",
            "io.tocsin.alerting.store",
            "io.tocsin.alerting",
            "io.tocsin.dashboards.user",
            "io.tocsin.dashboards.store",
            "io.tocsin.dashboards.web",
            "io.tocsin.app.config",
            "io.tocsin.app.check",
            "io.tocsin.app.schedule",
            "io.tocsin.app.wiring",
            "io.tocsin.app.replay",
            "io.tocsin.app.demo",
            "io.tocsin.app.bench",
            "io.tocsin.app.cli",
            "io.tocsin.app");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tocsin");

    @Test
    void codeReadsInOneDirection() {
        assertThat(dependencies(name -> name.startsWith("io.tocsin."))
                        .filter(d -> place(d.getTargetClass()) > place(d.getOriginClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void theListNamesThePackagesThereAre() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(ORDER).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void springIsOnlyInTheAppAndTheConsole() {
        assertThat(users("org.springframework.")).allMatch(p -> in(p, "io.tocsin.app", "io.tocsin.dashboards.web"));
    }

    @Test
    void quartzAndKafkaAreOnlyInTheApp() {
        assertThat(users("org.quartz.")).allMatch(p -> in(p, "io.tocsin.app"));
        assertThat(users("org.apache.kafka.")).allMatch(p -> in(p, "io.tocsin.app"));
    }

    private static boolean in(String name, String... roots) {
        return Stream.of(roots).anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
    }

    private static Set<String> users(String target) {
        return dependencies(name -> name.startsWith(target))
                .map(d -> d.getOriginClass().getPackageName())
                .collect(Collectors.toSet());
    }

    private static Stream<Dependency> dependencies(Predicate<String> target) {
        return CLASSES.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(d -> target.test(d.getTargetClass().getPackageName()));
    }

    private static int place(JavaClass type) {
        int place = ORDER.indexOf(type.getPackageName());
        assertThat(place).as("%s is missing from ORDER", type.getPackageName()).isNotNegative();
        return place;
    }
}
