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
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {
    private static final FetchSettings SETTINGS =
            new FetchSettings(null, Duration.ofSeconds(2), Duration.ofSeconds(10), 1_000_000);

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final TestSite site = new TestSite();
    private final HttpFetcher fetcher = new HttpFetcher(SETTINGS, clock, clock, AddressGuard.PUBLIC_ONLY);

    @BeforeEach
    void putAPage() {
        site.put("/a", page("hello"));
        site.put("/private/a", page("hello"));
    }

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void aForbiddenPathIsNotAskedFor() throws Exception {
        site.put("/robots.txt", page("User-agent: *\nDisallow: /private/\n"));

        fetch("/a");
        SourceException failure = failure("/private/a");

        assertThat(failure.problem().kind()).isEqualTo(Kind.ROBOTS);
        assertThat(failure.problem().message()).contains("/private/a", "'tocsin'");
        assertThat(site.visits()).containsExactly("/robots.txt", "/a");
    }

    @Test
    void theRulesForTocsinGoBeforeThoseForAll() throws Exception {
        site.put("/robots.txt", page("User-agent: *\nDisallow: /\n\nUser-agent: Tocsin\nDisallow: /private/\n"));

        fetch("/a");

        assertThat(failure("/private/a").problem().kind()).isEqualTo(Kind.ROBOTS);
    }

    @Test
    void aRedirectIsCheckedToo() {
        site.put("/robots.txt", page("User-agent: *\nDisallow: /private/\n"));
        site.put("/to", redirect("/private/a"));

        assertThat(failure("/to").problem().kind()).isEqualTo(Kind.ROBOTS);
        assertThat(site.requests("/private/a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void withoutRobotsTxtAllIsAllowed(int status) throws Exception {
        site.put("/robots.txt", status(status));

        fetch("/a");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void aSiteInTroubleIsLeftAloneUntilItsRobotsTxtCanBeReadAgain(int status) throws Exception {
        site.put("/robots.txt", status(status));

        SourceException failure = failure("/a");
        SourceException again = failure("/a");

        assertThat(failure.problem().kind()).isEqualTo(Kind.ROBOTS);
        assertThat(failure.problem().message()).contains("answered " + status, "asked again after 2026-03-01T12:10:0");
        assertThat(again.problem()).isEqualTo(failure.problem());
        assertThat(site.visits()).containsExactly("/robots.txt");

        site.put("/robots.txt", status(404));
        clock.sleep(failure.retryAfter().orElseThrow());
        fetch("/a");
    }

    @Test
    void aRobotsTxtThatBreaksOffForbidsAllForNow() {
        site.put("/robots.txt", page("User-agent: *").onResponseStart(new SocketEffect.CloseSocket()));

        assertThat(failure("/a").problem().kind()).isEqualTo(Kind.ROBOTS);
        assertThat(failure("/a").problem().message()).contains("broke the connection off");
    }

    @Test
    void waitsAsLongAsRobotsTxtWasDelayed() {
        site.put("/robots.txt", status(503).addHeader("Retry-After", "1800"));

        assertThat(failure("/a").retryAfter()).contains(Duration.ofMinutes(30));
    }

    @Test
    void theRulesAreKeptForADay() throws Exception {
        fetch("/a");
        clock.sleep(Duration.ofHours(23));
        fetch("/a");
        assertThat(site.requests("/robots.txt")).hasSize(1);

        clock.sleep(Duration.ofHours(1));
        fetch("/a");
        assertThat(site.requests("/robots.txt")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "7, 7", "3600, 30"})
    void theLongerPauseCountsButNoneOverHalfAMinute(int asked, int seconds) throws Exception {
        site.put("/robots.txt", page("User-agent: *\nCrawl-delay: " + asked + "\n"));
        fetch("/a");
        Instant first = clock.instant();

        fetch("/a");

        assertThat(Duration.between(first, clock.instant())).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void robotsTxtMayLieElsewhere() {
        site.put("/robots.txt", redirect("/other.txt"));
        site.put("/other.txt", page("User-agent: *\nDisallow: /\n"));

        assertThat(failure("/a").problem().kind()).isEqualTo(Kind.ROBOTS);
    }

    @Test
    void aRobotsTxtInACircleIsNone() throws Exception {
        site.put("/robots.txt", redirect("/robots.txt"));

        fetch("/a");
    }

    @Test
    void aHugeRobotsTxtIsReadUpToTheLimit() {
        String rules = "User-agent: *\nDisallow: /private/\n";
        site.put("/robots.txt", page(rules + "# x\n".repeat(RobotsRules.SIZE_LIMIT)));

        assertThat(failure("/private/a").problem().kind()).isEqualTo(Kind.ROBOTS);
    }

    private void fetch(String path) throws SourceException {
        assertThat(fetcher.fetch(FetchRequest.of(site.url(path), true))).isInstanceOf(Page.Fetched.class);
    }

    private SourceException failure(String path) {
        return catchThrowableOfType(SourceException.class, () -> fetch(path));
    }
}
