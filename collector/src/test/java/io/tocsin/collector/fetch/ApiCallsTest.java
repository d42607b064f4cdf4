package io.tocsin.collector.fetch;

import static io.tocsin.collector.fetch.TestSite.page;
import static io.tocsin.collector.fetch.TestSite.redirect;
import static io.tocsin.collector.fetch.TestSite.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.collector.source.Problem.Kind;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of interfaces for programs: passes, forms, and what servers say about the requests that are left. */
class ApiCallsTest {
    private static final Pass PASS = Pass.bearer("s3cret", "token");
    private static final FetchSettings SETTINGS =
            new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(10), 100_000);

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final TestSite site = new TestSite();
    private final HttpFetcher fetcher = new HttpFetcher(SETTINGS, clock, clock, AddressGuard.PUBLIC_ONLY);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void doNotAskRobotsTxtButPagesDo() throws Exception {
        site.put("/robots.txt", page("User-agent: *\nDisallow: /"));
        site.put("/a", page("{}"));

        fetcher.fetch(FetchRequest.api(site.url("/a"), true));

        assertThat(site.visits()).containsExactly("/a");
        assertThat(failure(FetchRequest.of(site.url("/a"), true)).problem().kind())
                .isEqualTo(Kind.ROBOTS);
    }

    @Test
    void showTheirPassToTheirServerOnlyAndInNoMessage() {
        try (TestSite other = new TestSite()) {
            other.put("/end", status(403));
            site.put("/a", redirect("/b"));
            site.put("/b", redirect(other.url("/end")));
            FetchRequest request = FetchRequest.api(site.url("/a"), true).with(PASS);

            SourceException failure = failure(request);

            assertThat(header(site, "/b", "Authorization")).isEqualTo("Bearer s3cret");
            assertThat(other.requests("/end").getFirst().getHeaders().get("Authorization"))
                    .isNull();
            assertThat(failure.getMessage()).contains("'token'").doesNotContain("s3cret");
            assertThat(request + " " + PASS).doesNotContain("s3cret");
        }
    }

    @Test
    void withoutAPassAreToldToGetOne() {
        site.put("/a", status(401));

        assertThat(failure(FetchRequest.api(site.url("/a"), true)).problem().message())
                .contains("without a token");
    }

    @Test
    void sendAFormOnce() throws Exception {
        site.put("/login", page("{}"));

        fetcher.fetch(
                FetchRequest.api(site.url("/login"), true).sending(Content.form("grant_type=client_credentials")));

        RecordedRequest request = site.requests("/login").getFirst();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(header(site, "/login", "Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(Objects.requireNonNull(request.getBody()).utf8()).isEqualTo("grant_type=client_credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "RateLimit-Remaining: 0, RateLimit-Reset: 60",
        "X-RateLimit-Remaining: 0, X-RateLimit-Reset: 2026-03-01T12:01:00.000Z",
        "X-Rate-Limit-Remaining: 0, X-Rate-Limit-Reset: 1772366460",
        "x-ratelimit-remaining: 0.0, x-ratelimit-reset: 60.0"
    })
    void leaveAHostAloneWhenTheAllowanceIsUsedUp(String remaining, String reset) throws Exception {
        site.put("/a", page("{}").addHeader(remaining).addHeader(reset));
        site.put("/b", page("{}"));

        fetcher.fetch(FetchRequest.api(site.url("/a"), true));
        SourceException early = failure(FetchRequest.api(site.url("/b"), true));

        assertThat(early.problem().kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(early.retryAfter()).contains(Duration.ofMinutes(1));
        assertThat(site.requests("/b")).isEmpty();

        clock.sleep(Duration.ofMinutes(1));
        assertThat(fetcher.fetch(FetchRequest.api(site.url("/b"), true))).isInstanceOf(Page.Fetched.class);
    }

    @Test
    void whatOneSourceWasToldHoldsForAll() {
        site.put("/a", status(429).addHeader("Retry-After", "30"));
        site.put("/b", page("{}"));

        failure(FetchRequest.api(site.url("/a"), true));

        assertThat(failure(FetchRequest.api(site.url("/b"), true)).retryAfter()).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"X-RateLimit-Remaining: 1, X-RateLimit-Reset: 60", "X-RateLimit-Remaining: 0, X-RateLimit-Reset: soon"})
    void goOnWhileThereAreRequestsLeftOrNobodyCanTell(String remaining, String reset) throws Exception {
        site.put("/a", page("{}").addHeader(remaining).addHeader(reset));

        fetcher.fetch(FetchRequest.api(site.url("/a"), true));

        assertThat(fetcher.fetch(FetchRequest.api(site.url("/a"), true))).isInstanceOf(Page.Fetched.class);
    }

    private static @Nullable String header(TestSite at, String path, String name) {
        return at.requests(path).getFirst().getHeaders().get(name);
    }

    private SourceException failure(FetchRequest request) {
        return catchThrowableOfType(SourceException.class, () -> fetcher.fetch(request));
    }
}
