package io.tocsin.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.Settings;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration names is tried out, and whatever does not work is said, each by itself. */
class InspectionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aFolderThatCannotBeWrittenIsFound() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        assertThat(inspect("data: file/data", Map.of()))
                .containsExactly(Finding.fails(
                        "data",
                        folder.resolve("file") + " is not a folder that can be written; correct its permissions, or"
                                + " data"));
        assertThat(inspect("data: new/data", Map.of()))
                .extracting(Finding::works)
                .containsExactly(true);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void storesThatDoNotAnswerAreFound() throws Exception {
        int port = closedPort();
        assertThat(inspect("""
                        database: {url: "jdbc:postgresql://127.0.0.1:%d/tocsin", username: me, password: s3cret}
                        elasticsearch: {url: "http://127.0.0.1:%d"}
                        """.formatted(port, port), Map.of()))
                .filteredOn(finding -> !finding.works())
                .extracting(Finding::subject)
                .containsExactly("database", "elasticsearch");
    }

    @Test
    void theMailServerIsGreetedAndNothingIsSent() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        String smtp = "smtp: {host: 127.0.0.1, port: %d, from: t@example.org, security: none}";
        try {
            assertThat(inspect(smtp.formatted(server.getSmtp().getPort()), Map.of()))
                    .contains(Finding.works("smtp", "127.0.0.1 takes mail over"));
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
        int port = closedPort();
        assertThat(inspect(smtp.formatted(port), Map.of())).last().satisfies(finding -> {
            assertThat(finding.works()).isFalse();
            assertThat(finding.detail()).startsWith("the mail server 127.0.0.1:" + port + " cannot be reached");
        });
    }

    @Test
    void everySourceIsReadOnce() throws Exception {
        Connector feed = (cursor, now) -> new Harvest(List.of(post()), new Cursor("1"), false);
        Connector forum = (cursor, now) -> cursor.equals(Cursor.START)
                ? new Harvest(List.of(), new Cursor("list"), true)
                : new Harvest(List.of(post(), post()), new Cursor("thread"), true);
        Connector broken = (cursor, now) -> {
            throw new SourceException(Problem.Kind.UNREADABLE, "list.item found nothing. Correct it.");
        };
        Connector troubled = (cursor, now) -> new Harvest(
                List.of(),
                new Cursor("1"),
                false,
                new Problem(Problem.Kind.UNREADABLE, "post.text found nothing. Correct it."));
        assertThat(inspect("", Map.of(source("feed"), feed)))
                .last()
                .hasToString("ok       source feed: can be read; posts found in the first step: 1");
        assertThat(inspect("", Map.of(source("forum"), forum)))
                .last()
                .hasToString("ok       source forum: can be read; posts found in the first step: 2");
        assertThat(inspect("", Map.of(source("broken"), broken)))
                .last()
                .hasToString("problem  source broken: list.item found nothing. Correct it.");
        assertThat(inspect("", Map.of(source("troubled"), troubled)))
                .last()
                .hasToString("problem  source troubled: post.text found nothing. Correct it.");
    }

    @Test
    void aDoorSaysWhereItIs() throws Exception {
        String yaml = "sources: [{name: crm, kind: api, token: 0123456789abcdef0123456789abcdef}]";
        assertThat(inspect(yaml, Map.of()))
                .last()
                .hasToString("ok       source crm: waits for posts at http://127.0.0.1:8080/api/posts");
    }

    private List<Finding> inspect(String yaml, Map<Source, Connector> connectors) throws Exception {
        Path file = Files.writeString(folder.resolve("tocsin.yaml"), yaml);
        Settings settings = SettingsFile.read(file, Purpose.IMPORT);
        return new Inspection(settings, connectors, InstantSource.fixed(NOW))
                .findings()
                .toList();
    }

    private static Source source(String name) {
        return new Source(name, "feed", "https://example.org/", Duration.ofMinutes(5));
    }

    private static Post post() {
        return Post.builder("example:1", "example", "text", NOW).build();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
