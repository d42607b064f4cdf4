package io.tocsin.collector.connect.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.collector.Collector;
import io.tocsin.collector.Memory;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.XSettings;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.TestClock;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XStreamTest {
    private final InventedX x = new InventedX();
    private final TestClock clock = new TestClock(Polls.NOON);
    private final HttpFetcher fetcher =
            new HttpFetcher(new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(20), 1_000_000), clock);
    private final Memory memory = Memory.ofProcess();
    private final List<Post> arrived = new ArrayList<>();
    private Duration silence = Duration.ofSeconds(60);
    private int dailyReads = 100_000;
    private boolean storeIsAway;
    private Collector collector = collector();

    @AfterEach
    void end() {
        collector.close();
        x.close();
        fetcher.close();
    }

    @Test
    void whatComesByTheStreamArrivesWithoutASearch() {
        publish();
        poll();
        int searches = x.searches.size();

        publish();
        publish();

        pollUntilAllArrived();
        assertThat(x.searches).hasSize(searches);
        assertThat(x.connections()).isEqualTo(1);
        assertThat(state().health()).isEqualTo(Health.HEALTHY);
        assertThat(arrived.getLast().author())
                .extracting(author -> author.handle())
                .isEqualTo("ann");
    }

    @Test
    void theRulesAtXAreMadeToBeTheQueriesAndThoseOfOthersStay() {
        poll();

        assertThat(x.rules).hasSize(2).anyMatch(rule -> rule.contains("somebody else's"));
        assertThat(x.rules).last().asString().contains("\"acme\"", "\"tocsin test\"");
        restart();
        poll();
        assertThat(x.rules).hasSize(2);
    }

    @Test
    void whatOthersWantedIsLeftOut() {
        poll();
        x.taggedAs = "somebody else's";
        publish();
        x.taggedAs = "tocsin test";
        long wanted = publish();

        await().untilAsserted(() -> {
            poll();
            assertThat(arrived).extracting(Post::id).containsExactly("x:" + wanted);
        });
    }

    @Test
    void aGapIsClosedByASearchFromWhereTheStreamStopped() {
        publish();
        poll();
        publish();
        pollUntilAllArrived();
        clock.sleep(Duration.ofHours(2));
        x.hangUp();
        publish();

        pollUntilAllArrived();

        await().untilAsserted(() -> {
            poll();
            assertThat(x.connections()).isEqualTo(2);
        });
        assertThat(x.searches)
                .last()
                .satisfies(url -> assertThat(url.queryParameter("since_id")).isNotNull());
    }

    @Test
    void aStreamThatStopsWithoutClosingIsNoticed() {
        silence = Duration.ofMillis(400);
        restart();
        poll();
        x.fallSilent();
        publish();

        pollUntilAllArrived();

        assertThat(x.connections()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatCouldNotBeStoredIsSearchedFor() {
        publish();
        poll();
        storeIsAway = true;
        publish();
        await().until(() -> {
            poll();
            return state().health() == Health.FAILING;
        });
        storeIsAway = false;
        clock.sleep(Duration.ofHours(2));

        pollUntilAllArrived();
    }

    @Test
    void whileTheStreamCannotBeOpenedPostsAreSearchedForAndThatIsSaid() {
        x.streamAnswers = 503;
        publish();

        poll();

        assertThat(arrived).hasSize(1);
        assertThat(Objects.requireNonNull(state().problem()).kind()).isEqualTo(Problem.Kind.STREAM);
        assertThat(state().notBefore()).as("searches go on").isNull();
        poll();
        assertThat(x.connections()).as("not before five seconds have passed").isEqualTo(1);
        x.streamAnswers = 200;
        clock.sleep(Duration.ofSeconds(5));
        poll();
        assertThat(x.connections()).isEqualTo(2);
        assertThat(state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void theBudgetOfTheDayIsNeverOverrunAndTheStreamGoesOnAtMidnight() {
        dailyReads = 1100;
        restart();
        poll();

        while (state().health() != Health.FAILING) {
            clock.sleep(Duration.ofMinutes(1));
            String post = "x:" + publish();
            await().until(() -> {
                poll();
                return arrived.getLast().id().equals(post) || state().health() == Health.FAILING;
            });
        }

        assertThat(Objects.requireNonNull(state().problem()).kind()).isEqualTo(Problem.Kind.RATE_LIMITED);
        assertThat(state().notBefore()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(x.reads()).as("but for what may be on its way").isBetween(580, 600);
        assertThat(x.connections()).isEqualTo(1);
        clock.sleep(Duration.ofHours(12));
        pollUntilAllArrived();
        assertThat(x.connections()).isEqualTo(2);
        assertThat(state().problem()).isNull();
    }

    @Test
    void asManyPostsAsXSendsInASecondDoNotOverrunTheBudgetWheneverTheyCome() {
        dailyReads = 1100;
        restart();
        poll();

        while (state().health() != Health.FAILING) {
            for (int i = 0; i < 250; i++) {
                x.publish(clock.instant());
            }
            int published = x.ids().size();
            await().until(() -> {
                poll();
                return arrived.size() == published || state().health() == Health.FAILING;
            });
        }

        int left = memory.paidReads().reserve("test", LocalDate.of(2026, 3, 1), dailyReads, dailyReads);
        assertThat(arrived).hasSizeGreaterThan(250);
        assertThat(x.reads() + left).isLessThanOrEqualTo(dailyReads);
    }

    @Test
    void aBudgetThatAStreamCouldOverrunIsRefused() {
        dailyReads = 999;

        assertThatThrownBy(this::collector)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'daily_reads' of 1000 or more, for up to 500");
    }

    @Test
    void creditsThatAreUsedUpAreSaid() {
        publish();
        x.site.weather(answer -> TestSite.status(402).build());

        poll();

        assertThat(Objects.requireNonNull(state().problem()).kind()).isEqualTo(Problem.Kind.PAYMENT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostWhateverHappens(long seed) {
        Random random = new Random(seed);
        poll();
        for (int i = 0; i < 60; i++) {
            switch (random.nextInt(8)) {
                case 0 -> x.hangUp();
                case 1 -> restart();
                case 2 -> x.streamAnswers = random.nextBoolean() ? 200 : 503;
                case 3 -> storeIsAway = random.nextBoolean();
                case 4 -> poll();
                default -> publish();
            }
            clock.sleep(Duration.ofSeconds(random.nextInt(90)));
        }
        x.streamAnswers = 200;
        storeIsAway = false;
        clock.sleep(Duration.ofHours(2));

        pollUntilAllArrived();
    }

    private long publish() {
        clock.sleep(Duration.ofMillis(40));
        return x.publish(clock.instant());
    }

    private void poll() {
        collector.collect("test");
    }

    private void pollUntilAllArrived() {
        await().untilAsserted(() -> {
            poll();
            assertThat(arrived.stream().map(Post::id).distinct()).containsExactlyInAnyOrderElementsOf(x.ids());
        });
    }

    private SourceState state() {
        return memory.sources().state("test");
    }

    private void restart() {
        collector.close();
        collector = collector();
    }

    private Collector collector() {
        XSettings settings =
                new XSettings(Polls.polling(), x.site.url("/2/"), List.of("acme"), "hidden", true, dailyReads);
        XConnector connector = new XConnector(settings, fetcher, memory.paidReads(), silence);
        return new Collector(Map.of(settings.source(), connector), memory, this::store, clock, new Random(1));
    }

    private void store(List<Post> posts) {
        if (storeIsAway) {
            throw new IllegalStateException("the store is away");
        }
        arrived.addAll(posts);
    }
}
