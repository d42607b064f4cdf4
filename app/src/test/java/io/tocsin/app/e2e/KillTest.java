package io.tocsin.app.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.notify.Notification;
import io.tocsin.alerting.notify.Notification.State;
import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.alerting.store.SqlIncidents;
import io.tocsin.alerting.store.SqlNotificationLog;
import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.app.e2e.MailServer.Mail;
import io.tocsin.app.wiring.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} must not do at any moment: lose what was read, ring twice in silence, or not ring at all. */
class KillTest {
    private static final int IMPORTED = 20_000;
    private static final int ROUNDS = 4;
    private static final int BRANDS_A_ROUND = 3;
    private static final int COMPLAINTS_A_BRAND = 15;
    private static final List<String> BRANDS = IntStream.range(0, ROUNDS * BRANDS_A_ROUND)
            .mapToObj("brand%02d"::formatted)
            .toList();
    private static final String DUTY = "duty@example.org";
    private static final String BOSS = "boss@example.org";

    private final Random random = new Random(20_260_101);

    @TempDir
    private Path folder;

    @AutoClose
    private final MailServer mailServer = new MailServer();

    @AutoClose
    private final LocalFeed feed = new LocalFeed();

    private Path config;

    @BeforeEach
    void configure() throws IOException {
        config = Files.writeString(folder.resolve("tocsin.yaml"), yaml());
    }

    @AfterEach
    void nothingIsLeftRunning() {
        Await.until(
                "the end of every process", () -> Product.processesAt(folder).isEmpty());
    }

    @Test
    void anImportGoesOnWhereItWasKilled() throws IOException {
        Path posts = Files.write(
                folder.resolve("posts.jsonl"),
                IntStream.range(0, IMPORTED).mapToObj(KillTest::line).toList());
        for (int round = 0; round < ROUNDS; round++) {
            try (Product product = importing(posts)) {
                Await.until("the engine", () -> Product.processesAt(folder).size() > 1);
                killWithin(Duration.ofSeconds(8), product);
            }
        }
        try (Product last = importing(posts)) {
            assertThat(last.await()).as("%s", last.output()).isZero();
            last.awaitLine("20,000 posts in the store");
        }
    }

    @Test
    void everyIncidentRingsOnceThroughEveryKill() throws InvalidSettingsException {
        for (int round = 0; round < ROUNDS; round++) {
            BRANDS.subList(round * BRANDS_A_ROUND, (round + 1) * BRANDS_A_ROUND).forEach(this::complain);
            int before = feed.readings();
            try (Product product = running()) {
                Await.until("a reading of the feed", () -> feed.readings() > before);
                killWithin(Duration.ofSeconds(4), product);
            }
        }
        try (Product last = running()) {
            Await.until(
                    "an e-mail to the boss about every brand",
                    () -> brands(BOSS).size() == BRANDS.size());
            assertThat(last.terminate()).isIn(0, 143);
        }
        for (String address : List.of(DUTY, BOSS)) {
            assertThat(brands(address).keySet()).containsExactlyInAnyOrderElementsOf(BRANDS);
            assertThat(brands(address).values())
                    .allSatisfy(ids -> assertThat(ids).hasSize(1));
        }
        assertThat(mailServer.mails().stream().filter(mail -> mail.attempt() == 1))
                .extracting(Mail::messageId)
                .doesNotHaveDuplicates();
        nothingIsLostOrDoubled();
    }

    private void nothingIsLostOrDoubled() throws InvalidSettingsException {
        try (Stores stores = Stores.open(SettingsFile.read(config, Purpose.IMPORT))) {
            assertThat(stores.posts().count()).isEqualTo(feed.size());
            List<Incident> incidents = new SqlIncidents(stores.database()).page(0, 1_000);
            assertThat(incidents).extracting(Incident::watch).containsExactlyInAnyOrderElementsOf(BRANDS);
            NotificationLog log = new SqlNotificationLog(stores.database());
            assertThat(incidents)
                    .flatExtracting(incident -> log.of(incident.id()))
                    .hasSize(2 * BRANDS.size())
                    .extracting(Notification::state)
                    .containsOnly(State.SENT);
        }
    }

    private void killWithin(Duration time, Product product) {
        if (!product.endsWithin(Duration.ofMillis(random.nextLong(time.toMillis())))) {
            product.kill();
        }
    }

    private Product importing(Path posts) {
        return Product.start("import", "--config", config.toString(), posts.toString());
    }

    private Product running() {
        return Product.start("run", "--config", config.toString());
    }

    /** The Message-IDs of the e-mails to an address, by brand. */
    private Map<String, Set<String>> brands(String address) {
        return mailServer.mailsTo(address).stream()
                .collect(groupingBy(KillTest::brand, mapping(Mail::messageId, toSet())));
    }

    private static String brand(Mail mail) {
        return BRANDS.stream().filter(mail.subject()::contains).findFirst().orElseThrow();
    }

    private void complain(String brand) {
        feed.write("victim", "The %s charger caught fire and burned my hand, I will sue %s!".formatted(brand, brand));
        for (int i = 0; i < COMPLAINTS_A_BRAND; i++) {
            feed.write(
                    "user" + i,
                    "%s is down again, the hotline is useless. Worst service ever, refund!".formatted(brand));
            feed.write("user" + i, "Does anybody know when %s opens on Sunday?".formatted(brand));
        }
    }

    private static String line(int number) {
        return """
                {"id":"test:%d","platform":"test","text":"%s is down again, refund! No %d","created_at":"%s"}""".formatted(
                        number,
                        number % 100 == 0 ? BRANDS.get(number / 100 % BRANDS.size()) : "something",
                        number,
                        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number));
    }

    private String yaml() {
        int port = Product.freePort();
        StringBuilder watches = new StringBuilder();
        BRANDS.forEach(brand -> watches.append("  - {name: %s, query: '%s'}\n".formatted(brand, brand)));
        return """
                data: %s/data
                console: {address: 127.0.0.1, port: %d, url: "http://127.0.0.1:%d"}
                fetch: {contact: "https://example.org/bot", delay: 50ms}
                sources:
                  - {name: feed, kind: feed, url: "%s", every: 1s, internal: true}
                watches:
                %s
                rules:
                  - {name: surge, kind: surge, window: 30m, minimum: 5, chance: 0.05}
                  - {name: severe, kind: severe-post, severity: 3}
                escalation:
                  - {after: 0s, notify: [duty]}
                  - {after: 3s, notify: [boss]}
                channels:
                  - {name: duty, kind: email, to: [%s], language: en, zone: UTC}
                  - {name: boss, kind: email, to: [%s], language: en, zone: UTC}
                smtp: {host: 127.0.0.1, port: %d, from: tocsin@example.org, security: none}
                """.formatted(folder, port, port, feed.url(), watches, DUTY, BOSS, mailServer.port());
    }
}
