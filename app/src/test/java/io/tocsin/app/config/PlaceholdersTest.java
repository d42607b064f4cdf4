package io.tocsin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that do not stand in the file. */
class PlaceholdersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "${env:NAME}, value",
        "before-${env:NAME}-after, before-value-after",
        "${env:NAME:-other}, value",
        "${env:EMPTY:-other}, other",
        "${env:UNSET:-}x, x",
        "$${env:NAME}, ${env:NAME}",
        "$5, $5",
        "${file:secrets/smtp}, from a file"
    })
    void areReplaced(String written, String meant) throws Exception {
        Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/smtp"), "from a file\n");
        assertThat(password(written)).isEqualTo(meant);
    }

    @Test
    void anEmptyValueIsNone() throws Exception {
        String yaml = """
                smtp:
                  host: mail.example.org
                  username: "${env:SMTP_USER:-}"
                  password: "${env:SMTP_PASSWORD:-}"
                  from: tocsin@example.org
                """;
        assertThat(Written.in(folder, yaml).read().alerting().smtp())
                .extracting(smtp -> smtp.username(), smtp -> smtp.password())
                .containsExactly(null, null);
    }

    @Test
    void whatThisMachineLacksIsReported() {
        assertThat(Written.in(folder, """
                                data: "${env:TOCSIN_DATA}"
                                elasticsearch:
                                  url: "https://search.example.org"
                                  username: "${evn:NAME}"
                                  password: "${file:secrets/elastic}"
                                """).problems())
                .containsExactly(
                        "1:7: data: the environment variable TOCSIN_DATA is not set; set it, or write"
                                + " ${env:TOCSIN_DATA:-default} if there is a value for that case",
                        "4:13: elasticsearch.username: \"${evn:NAME}\" holds a ${ that is no placeholder; write"
                                + " ${env:NAME}, ${env:NAME:-default} or ${file:path}, or $${ if it is meant as it"
                                + " stands",
                        "5:13: elasticsearch.password: the file " + folder.resolve("secrets/elastic")
                                + " cannot be read; create it, and let the user Tocsin runs as read it");
    }

    @Test
    void aValueFromElsewhereIsNeverQuoted() {
        Written written = Written.in(
                        folder, "console: {port: \"${env:PORT}\", address: \"${env:PORT}\", url: \"${env:PORT}\"}")
                .where("PORT", "s3cret");
        assertThat(written.problems())
                .containsExactly(
                        "1:17: console.port: \"${env:PORT}\" is not a whole number from 0 to 65535; write one",
                        "1:61: console.url: the value is not a web address;"
                                + " write one that begins with http:// or https://");
    }

    /** A laptop on which somebody replays has no secrets. */
    @ParameterizedTest
    @EnumSource
    void onlyWhatIsUsedMustBeThere(Purpose purpose) {
        String yaml = """
                sources:
                  - {name: news, kind: feed, url: "${env:UNSET}"}
                watches:
                  - {name: acme, query: acme}
                elasticsearch: {url: "${env:UNSET}", username: me, password: "${env:UNSET}"}
                escalation:
                  - {after: 0m, notify: [duty, hook]}
                channels:
                  - {name: duty, kind: email, to: "${env:UNSET}"}
                  - {name: hook, kind: webhook, url: "${env:UNSET}", secret: "${file:unset}"}
                smtp: {host: "${env:UNSET}", username: me, password: "${env:UNSET}", from: "${env:UNSET}"}
                """;
        assertThat(Written.in(folder, yaml).readFor(purpose).problems())
                .hasSize(
                        switch (purpose) {
                            case RUN -> 9;
                            case COLLECT -> 1;
                            case IMPORT -> 2;
                            case REPLAY -> 0;
                        });
    }

    @Test
    void otherMistakesInWhatIsNotUsedAreReported() {
        String yaml = """
                smtp: {hots: mail.example.org, from: "${env:UNSET}"}
                """;
        assertThat(Written.in(folder, yaml).readFor(Purpose.REPLAY).problems())
                .containsExactly(
                        "1:1: smtp.host: is missing; add it, like \"host: mail.example.org\"",
                        "1:8: smtp.hots: is not a key of this section; did you mean \"host\"?");
    }

    private String password(String written) throws InvalidSettingsException {
        Settings settings = Written.in(
                        folder, "smtp: {host: mail, from: t@example.org, username: me, password: '" + written + "'}")
                .where("NAME", "value")
                .read();
        return Objects.requireNonNull(
                Objects.requireNonNull(settings.alerting().smtp()).password());
    }
}
