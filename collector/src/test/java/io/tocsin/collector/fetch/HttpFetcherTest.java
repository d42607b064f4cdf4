package io.tocsin.collector.fetch;

import static io.tocsin.collector.fetch.TestSite.page;
import static io.tocsin.collector.fetch.TestSite.redirect;
import static io.tocsin.collector.fetch.TestSite.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.collector.source.Problem.Kind;
import io.tocsin.collector.source.SourceException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.SocketEffect;
import okhttp3.Credentials;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
    private static final int LIMIT = 100_000;
    private static final FetchSettings SETTINGS =
            new FetchSettings("https://example.org/bot", Duration.ofSeconds(2), Duration.ofSeconds(10), LIMIT);

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final TestSite site = new TestSite();
    private HttpFetcher fetcher = new HttpFetcher(SETTINGS, clock, clock, AddressGuard.PUBLIC_ONLY);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void saysWhoAsksAndGivesThePage() throws Exception {
        site.put("/a", page("hello").addHeader("Content-Type", "text/plain"));

        Page.Fetched page = fetched("/a");

        assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(page.contentType()).isEqualTo("text/plain");
        assertThat(page.url()).isEqualTo(site.url("/a"));
        assertThat(site.visits()).containsExactly("/robots.txt", "/a");
        assertThat(site.requests("/a").getFirst().getHeaders().get("User-Agent"))
                .matches("Tocsin/\\S+ \\(\\+https://example.org/bot\\)");
    }

    @Test
    void asksOnlyForWhatHasChanged() throws Exception {
        site.put("/a", page("hello").addHeader("ETag", "\"v1\"").addHeader("Last-Modified", "yesterday"));
        Page.Fetched page = fetched("/a");

        Page again = fetcher.fetch(FetchRequest.of(site.url("/a"), true).since(page.validators()));

        assertThat(again).isEqualTo(new Page.Unchanged());
        assertThat(site.requests("/a").getLast().getHeaders().get("If-Modified-Since"))
                .isEqualTo("yesterday");
    }

    @Test
    void a304ThatNobodyAskedForIsAnError() {
        site.put("/a", status(304));

        assertThat(failure("/a").problem().kind()).isEqualTo(Kind.SERVER);
    }

    @ParameterizedTest
    @CsvSource({
        "401, ACCESS, user name and a password",
        "403, ACCESS, Ask its keeper",
        "404, MISSING, nothing at this address",
        "418, SERVER, does not like the request",
        "429, RATE_LIMITED, too many requests",
        "500, SERVER, in trouble",
        "503, SERVER, in trouble"
    })
    void tellsWhatAnErrorMeans(int status, Kind kind, String words) {
        site.put("/a", status(status));

        SourceException failure = failure("/a");

        assertThat(failure.problem().kind()).isEqualTo(kind);
        assertThat(failure.problem().message()).contains(site.url("/a"), String.valueOf(status), words);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 120",
        "503, 120, 120",
        "429, 'Sun, 01 Mar 2026 12:10:00 GMT', 598",
        "503, 'Sun, 01 Mar 2026 11:00:00 GMT', 0",
        "429, 999999999999, 3600"
    })
    void waitsAsLongAsTheServerAsks(int status, String header, long seconds) {
        site.put("/a", status(status).addHeader("Retry-After", header));

        SourceException failure = failure("/a");

        assertThat(failure.problem().kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void followsRedirectsAndTellsWhereTheyEnd() throws Exception {
        site.put("/1", redirect("/2"));
        site.put("/2", redirect(site.url("/3")));
        site.put("/3", page("here"));

        assertThat(fetched("/1").url()).isEqualTo(site.url("/3"));
        assertThat(site.visits()).containsExactly("/robots.txt", "/1", "/2", "/3");
    }

    @Test
    void doesNotRunInCircles() {
        site.put("/1", redirect("/2"));
        site.put("/2", redirect("/1#again"));

        assertThat(failure("/1").problem().message()).contains("/1 redirects in a circle");
        assertThat(site.requests("/1")).hasSize(1);
    }

    @Test
    void givesUpAfterFiveRedirects() throws Exception {
        for (int i = 0; i < 6; i++) {
            site.put("/" + i, redirect("/" + (i + 1)));
        }
        site.put("/6", page("here"));

        assertThat(fetched("/1").url()).isEqualTo(site.url("/6"));
        assertThat(failure("/0").problem().message()).contains("/0 redirects more than 5 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "javascript:alert(1)", "http://"})
    void aRedirectToNowhereIsAnError(String location) {
        site.put("/a", redirect(location));

        assertThat(failure("/a").problem().message()).contains("no web address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.1.2.3/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://2130706434/",
                "http://intranet.example/"
            })
    void aRedirectToAPrivateAddressIsNotFollowed(String target) throws Exception {
        InetAddress here = InetAddress.getAllByName("127.0.0.1")[0];
        Dns resolver =
                name -> List.of(name.equals("intranet.example") ? InetAddress.getAllByName("192.168.7.7")[0] : here);
        AddressGuard guard = new AddressGuard(resolver, a -> a.equals(here) || AddressGuard.isPublic(a));
        fetcher = new HttpFetcher(SETTINGS, clock, clock, guard);
        site.put("/a", redirect(target));
        site.put("/b", page("public"));
        String home = site.url("/").replace("localhost", "public.example");

        assertThat(fetcher.fetch(FetchRequest.of(home + "b", false))).isInstanceOf(Page.Fetched.class);
        SourceException failure =
                catchThrowableOfType(SourceException.class, () -> fetcher.fetch(FetchRequest.of(home + "a", false)));

        assertThat(failure.problem().kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(failure.problem().message()).contains("internal: true");
    }

    @Test
    void aPrivateAddressIsReadOnlyWhereThatIsAllowed() throws Exception {
        site.put("/a", page("secret"));

        SourceException failure = catchThrowableOfType(
                SourceException.class, () -> fetcher.fetch(FetchRequest.of(site.url("/a"), false)));

        assertThat(failure.problem().kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(site.visits()).isEmpty();
        assertThat(fetched("/a").body()).isNotEmpty();
    }

    @Test
    void aBodyOfTheLimitIsReadAndAByteMoreIsNot() throws Exception {
        site.put("/fits", page("x".repeat(LIMIT)));
        site.put("/over", page("x".repeat(LIMIT + 1)));

        assertThat(fetched("/fits").body()).hasSize(LIMIT);
        SourceException failure = failure("/over");
        assertThat(failure.problem().kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(failure.problem().message()).contains("/over", "100000 bytes", "fetch.body_limit");
    }

    @Test
    void aGzipBombIsTooLarge() {
        site.put("/bomb", TestSite.gzipped(new byte[50_000_000]));

        assertThat(failure("/bomb").problem().kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void anEndlessPageIsTooLarge() throws Exception {
        site.put("/endless", status(200).addHeader("Connection", "close").body(TestSite.endless()));

        assertThat(failure("/endless").problem().kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void aTruncatedGzipIsABrokenConnection() {
        site.put("/a", TestSite.truncatedGzip("hello ".repeat(5000)));

        assertThat(failure("/a").problem().kind()).isEqualTo(Kind.NETWORK);
    }

    @Test
    void aResetInTheMiddleIsABrokenConnection() {
        site.put("/a", page("x".repeat(50_000)).onResponseBody(new SocketEffect.CloseSocket()));

        SourceException failure = failure("/a");

        assertThat(failure.problem().kind()).isEqualTo(Kind.NETWORK);
        assertThat(failure.problem().message()).contains("/a broke the connection off");
    }

    @Test
    void aServerThatHangsUpAfterEachAnswerIsReadOn() throws Exception {
        site.put("/a", page("hello").onResponseEnd(new SocketEffect.CloseSocket()));

        for (int time = 0; time < 5; time++) {
            fetched("/a");
        }

        assertThat(site.requests("/a")).hasSize(5);
    }

    @Test
    void whatMustNotBeAskedForTwiceIsNot() throws Exception {
        FetchRequest paid = FetchRequest.api(site.url("/a"), true).onlyOnce();
        site.put("/a", page("hello").onResponseEnd(new SocketEffect.CloseSocket()));
        for (int time = 0; time < 5; time++) {
            fetcher.fetch(paid);
        }
        site.put("/a", page("hello").onResponseStart(new SocketEffect.CloseSocket()));

        SourceException failure = catchThrowableOfType(SourceException.class, () -> fetcher.fetch(paid));

        assertThat(failure.problem().kind()).isEqualTo(Kind.NETWORK);
        assertThat(site.requests("/a")).hasSize(6);
    }

    @Test
    void aServerThatSaysNothingIsLeftAfterTheTimeOut() throws Exception {
        fetcher = new HttpFetcher(
                new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(2), LIMIT),
                clock,
                clock,
                AddressGuard.PUBLIC_ONLY);
        site.put("/a", page("late").onResponseStart(SocketEffect.Stall.INSTANCE));

        SourceException failure = failure("/a");

        assertThat(failure.problem().kind()).isEqualTo(Kind.NETWORK);
        assertThat(failure.problem().message()).contains("within 2 s", "fetch.timeout");
    }

    @Test
    void stopsWhenTocsinIsStopped() {
        site.put("/a", page("hello"));
        Thread.currentThread().interrupt();

        SourceException failure = failure("/a");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.problem().message()).contains("being stopped");
        assertThat(site.requests("/a")).isEmpty();
    }

    @Test
    void tellsWhenNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        SourceException failure = catchThrowableOfType(
                SourceException.class, () -> fetcher.fetch(FetchRequest.of("http://127.0.0.1:" + port + "/", true)));

        assertThat(failure.problem().message()).contains("nothing answers at 127.0.0.1, port " + port);
    }

    @Test
    void logsInWithTheNameInTheAddressButOnlyThereAndSilently() throws Exception {
        TestSite other = new TestSite();
        try (other) {
            other.put("/end", status(500));
            site.put("/a", redirect("/b"));
            site.put("/b", redirect(other.url("/end")));
            String url = site.url("/a").replace("http://", "http://me:s3cret@");

            SourceException failure =
                    catchThrowableOfType(SourceException.class, () -> fetcher.fetch(FetchRequest.of(url, true)));

            assertThat(site.requests("/b").getFirst().getHeaders().get("Authorization"))
                    .isEqualTo(Credentials.basic("me", "s3cret"));
            assertThat(other.requests("/end").getFirst().getHeaders().get("Authorization"))
                    .isNull();
            assertThat(failure.problem().message()).doesNotContain("s3cret");
            assertThat(FetchRequest.of(url, true).toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void pausesBetweenTwoRequestsToAHost() throws Exception {
        site.put("/a", page("hello"));
        Instant start = clock.instant();

        fetched("/a");
        fetched("/a");

        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(4));
    }

    private Page.Fetched fetched(String path) throws SourceException {
        return (Page.Fetched) fetcher.fetch(FetchRequest.of(site.url(path), true));
    }

    private SourceException failure(String path) {
        return catchThrowableOfType(SourceException.class, () -> fetched(path));
    }
}
