package io.tocsin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./tocsin check}, against a feed and a mail server on this machine. */
class CheckCommandTest {
    private static final String FEED = """
            <rss version="2.0"><channel><title>f</title><link>http://example.org/</link><description>f</description>
            <item><guid>1</guid><title>One</title></item><item><guid>2</guid><title>Two</title></item></channel></rss>""";

    @TempDir
    private Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer site = listening();

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        mail.start();
        site.createContext("/", exchange -> {
            boolean feed = exchange.getRequestURI().getPath().equals("/feed");
            byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(feed ? 200 : 404, feed ? body.length : -1);
            if (feed) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
        mail.stop();
    }

    @Test
    void whatWorksIsSaidAndNothingIsKeptOrSent() throws IOException {
        assertThat(check(configuration("/feed"))).isZero();

        assertThat(lines())
                .startsWith("ok       " + folder.resolve("tocsin.yaml") + ": every key and value")
                .contains("ok       data: " + folder.resolve("data") + " can be written")
                .contains("ok       smtp: 127.0.0.1 takes mail over")
                .contains("ok       source news: can be read; posts found in the first step: 2")
                .contains("ok       source crm: waits for posts at http://127.0.0.1:8080/api/posts")
                .allMatch(line -> line.startsWith("ok "));
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatDoesNotWorkIsSaidWithWhatToDoAndTheOthersAreTriedAllTheSame() throws IOException {
        String yaml = configuration("/gone");
        mail.stop();

        assertThat(check(yaml)).isOne();

        assertThat(lines())
                .anyMatch(line -> line.startsWith("problem  smtp: the mail server 127.0.0.1:"))
                .anyMatch(line -> line.startsWith("problem  source news: ")
                        && line.endsWith("answered 404: there is nothing at this address. Open it in a browser and"
                                + " correct it."))
                .anyMatch(line -> line.startsWith("ok       source crm: "));
        assertThat(out.toString() + err).doesNotContain("not-to-be-shown");
    }

    @Test
    void aWrongConfigurationIsSaidWholeAndNothingIsTried() throws IOException {
        String wrong =
                configuration("/feed").replace("kind: feed", "kind: fede").replace("severity: 3", "severity: 9");

        assertThat(check(wrong)).isNotZero();

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("tocsin.yaml:", "sources[0].kind", "rules[0].severity");
    }

    @Test
    void aConfigurationThatIsNotThereIsSaid() {
        assertThat(run(folder.resolve("missing.yaml"))).isNotZero();
        assertThat(err.toString()).contains("missing.yaml");
    }

    private String configuration(String path) {
        return """
                sources:
                  - {name: news, kind: feed, url: "http://127.0.0.1:%d%s", internal: true}
                  - {name: crm, kind: api, token: not-to-be-shown-to-anybody}
                watches:
                  - {name: acme, query: acme}
                rules:
                  - {name: severe, kind: severe-post, severity: 3}
                escalation:
                  - {after: 0s, notify: [duty]}
                channels:
                  - {name: duty, kind: email, to: [duty@example.org], language: en, zone: UTC}
                smtp: {host: 127.0.0.1, port: %d, from: tocsin@example.org, security: none}
                """.formatted(site.getAddress().getPort(), path, mail.getSmtp().getPort());
    }

    private int check(String yaml) throws IOException {
        return run(Files.writeString(folder.resolve("tocsin.yaml"), yaml));
    }

    private int run(Path config) {
        return new CommandLine(new CheckCommand())
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--config", config.toString());
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
