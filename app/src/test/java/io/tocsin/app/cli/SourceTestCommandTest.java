package io.tocsin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./tocsin source test}, against a local forum in the markup of MyBB. */
class SourceTestCommandTest {
    private static final String LIST = """
            <html><body><table>
            <tr class="inline_row"><td><span id="tid_1"><a href="showthread.php?tid=1">路由器冒烟了</a></span></td>
            <td><a onclick="MyBB.whoPosted(1)">2</a></td><td><span class="lastpost">03-01-2026, 07:59 PM</span></td></tr>
            <tr class="inline_row"><td><span id="tid_2"><a href="showthread.php?tid=2">Refund</a></span></td><td></td></tr>
            </table></body></html>
            """;
    private static final String THREAD = post(101, "<span class='largetext'>linmei</span>", "It smokes. ".repeat(9))
            + post(102, "", "Mine too.")
            + post(103, "<span class='largetext'>mo</span>", "");

    @TempDir
    private Path folder;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server = serve();

    private HttpServer serve() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String page = pages.getOrDefault(exchange.getRequestURI().toString(), pages.getOrDefault(path, ""));
            if (page.startsWith("/")) {
                exchange.getResponseHeaders().add("Location", page);
                exchange.sendResponseHeaders(301, -1);
            } else {
                byte[] body = page.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, page.isEmpty() ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        pages.put("/board", LIST);
        pages.put("/showthread.php?tid=1", THREAD);
        pages.put("/feed", """
                <rss version="2.0"><channel><title>f</title><link>http://example.org/</link><description>f</description>
                <item><guid>1</guid><title>One</title><author>a@example.org (Ann)</author></item><item><guid>2</guid><title>Two</title></item>
                </channel></rss>""");
        String site = "http://127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(folder.resolve("tocsin.yaml"), """
                console: {url: "%1$s"}
                fetch: {delay: 0s, timeout: 20s}
                sources:
                  - {name: bbs, kind: forum, url: "%1$s/board", internal: true, zone: Asia/Shanghai}
                  - {name: moved, kind: forum, url: "%1$s/old", internal: true, preset: mybb}
                  - {name: news, kind: feed, url: "%1$s/feed", internal: true}
                  - {name: crm, kind: api, token: a-token-that-nobody-guesses}
                  - {name: x, kind: x, url: "%1$s/2/", search: [acme], token: t, daily_reads: 20, internal: true}
                channels:
                  - {name: hook, kind: webhook, url: "https://example.org/hook", secret: "${env:NOT_SET_ANYWHERE}"}
                """.formatted(site));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyFieldOfAForumIsCountedOnOneListAndOneThread() {
        assertThat(run("bbs")).isZero();

        assertThat(out.toString()).startsWith("source bbs: forum, recognised as MyBB");
        assertThat(lines())
                .contains(
                        "2 found",
                        "list.link * 2 of 2 " + site() + "/showthread.php?tid=1 | " + site() + "/showthread.php?tid=2")
                .contains("list.title * 2 of 2 路由器冒烟了 | Refund", "list.replies 1 of 2 2")
                .contains("list.last_reply 1 of 2 03-01-2026, 07:59 PM", "list.next 0 of 1")
                .contains("3 found", "post.id * 3 of 3 101 | 102 | 103", "post.author 2 of 3 linmei | mo")
                .contains("post.time * 3 of 3 2026-02-27T01:15:00Z")
                .contains("post.text * 2 of 3 It smokes. It smokes. It smokes. It smokes. It smo… | Mine too.")
                .endsWith("ok: every field that is needed was found");
    }

    @Test
    void aChangedLayoutIsNoSuccess() {
        pages.put("/showthread.php?tid=1", THREAD.replace("post_date", "date"));

        assertThat(run("bbs")).isOne();

        assertThat(lines())
                .contains("post.id * 3 of 3 101 | 102 | 103", "post.time * 0 of 3")
                .anyMatch(line -> line.startsWith("problem: post.time (preset mybb), '"))
                .endsWith("problem: a poll of this source would give nothing");
    }

    @Test
    void whatTheServerDoesIsSaid() {
        pages.put("/old", "/board");
        assertThat(run("moved")).isZero();
        assertThat(lines()).contains("redirected to " + site() + "/board; put that into the configuration");

        pages.put("/robots.txt", "User-agent: *\nDisallow: /old\n");
        assertThat(run("moved")).isOne();
        assertThat(out.toString()).contains("problem: ", "robots.txt");
    }

    @Test
    void aFeedShowsItsPosts() {
        assertThat(run("news")).isZero();

        assertThat(lines())
                .contains("2 found", "id * 2 of 2 127.0.0.1:1 | 127.0.0.1:2", "text * 2 of 2 One | Two")
                .contains("author 1 of 2 Ann", "likes 0 of 2");
    }

    @Test
    void whatMustBePaidForIsCountedWithTheRest() {
        pages.put("/2/tweets/counts/recent", "{\"meta\":{\"total_tweet_count\":7}}");
        pages.put("/2/tweets/search/recent", """
                {"data":[{"id":"2028033720186945536","text":"It smokes.","author_id":"5",\
                "created_at":"2026-03-01T12:00:00Z"}],
                "includes":{"users":[{"id":"5","username":"ann"}]},"meta":{"result_count":1}}""");

        assertThat(run("x")).isZero();
        assertThat(lines()).contains("text * 1 of 1 It smokes.", "author 1 of 1 ann");
        assertThat(run("x"))
                .as("of 20 reads 2 are used, and the smallest search may cost 20")
                .isOne();
        assertThat(lines()).last().asString().contains("The 20 reads for today are used up.");
    }

    @Test
    void whileTheDatabaseCannotBeHadNothingThatMustBePaidForIsRead() throws IOException {
        Files.createDirectories(folder.resolve("data/tocsin.mv.db"));

        assertThat(run("x")).isOne();

        assertThat(err.toString()).contains("stop it first, or ask ./tocsin check", "does not open");
    }

    @Test
    void aSavedPageIsReadWithoutTheServer() throws IOException {
        server.stop(0);
        Path thread = Files.writeString(folder.resolve("thread.html"), THREAD);
        Path list = Files.writeString(folder.resolve("list.html"), LIST);

        assertThat(run("bbs", "--from", thread.toString())).isZero();
        assertThat(lines()).contains("post.author 2 of 3 linmei | mo").noneMatch(line -> line.startsWith("list."));
        assertThat(run("bbs", "--from", list.toString())).isZero();
        assertThat(lines()).contains("list.title * 2 of 2 路由器冒烟了 | Refund");
        assertThat(run("bbs", "--from", list.toString(), "--as", "thread")).isOne();
        assertThat(lines()).anyMatch(line -> line.startsWith("problem: post.item (preset mybb), '"));
    }

    @Test
    void whatCannotBeTriedIsSaid() throws IOException {
        assertThat(run("bbc")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no source bbc", "bbs, moved, news, x, crm");

        Path page = Files.writeString(folder.resolve("page.html"), "<html></html>");
        assertThat(run("news", "--from", page.toString())).isOne();
        assertThat(err.toString()).contains("a source of kind forum", "news is of kind feed");
    }

    @Test
    void aDoorSaysWhereItIsAndWhatHasCome() {
        pages.put("/api/posts", "{\"source\":\"crm\",\"posts\":12,\"last\":\"2026-01-01T00:00:00Z\",\"problem\":null}");

        assertThat(run("crm")).isZero();

        assertThat(lines())
                .startsWith("source crm: api")
                .contains("address " + site() + "/api/posts", "token set, 27 characters")
                .contains("posts 12, the last at 2026-01-01T00:00:00Z")
                .anyMatch(line -> line.startsWith("curl " + site() + "/api/posts -H \"Authorization: Bearer $TOKEN\""))
                .endsWith("ok: the door is open for this token");
        assertThat(out.toString()).doesNotContain("a-token-that");
    }

    @Test
    void aDoorThatIsShutSaysWhatToDo() {
        assertThat(run("crm")).isOne();
        assertThat(lines()).last().asString().startsWith("problem: Something else than Tocsin answers at " + site());

        pages.put("/api/posts", "{\"source\":\"crm\",\"posts\":0,\"problem\":\"Line 3 has no id.\"}");
        assertThat(run("crm")).isOne();
        assertThat(lines()).contains("posts none yet").endsWith("problem: Line 3 has no id.");

        server.stop(0);
        assertThat(run("crm")).isOne();
        assertThat(lines())
                .contains("token set, 27 characters")
                .last()
                .asString()
                .startsWith("problem: Nothing answers at " + site() + "/api/posts. Start Tocsin");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = Stream.concat(
                        Stream.of(
                                "test",
                                "--config",
                                folder.resolve("tocsin.yaml").toString()),
                        Stream.of(arguments))
                .toArray(String[]::new);
        return new CommandLine(new SourceCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    private List<String> lines() {
        return out.toString()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String site() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String post(int id, String author, String text) {
        return """
                <div class="post" id="post_%1$d"><div class="author_information">%2$s</div>
                <span class="post_date">02-27-2026, 09:15 AM</span><div class="post_body" id="pid_%1$d">%3$s</div></div>
                """.formatted(id, author, text);
    }
}
