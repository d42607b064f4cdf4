package io.tocsin.collector.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of source makes of answers that it should not have got: a clear state, and no loss. */
public abstract class BadAnswersContract {
    protected final TestSite site = new TestSite();
    protected Polls polls = new Polls(new FeedSettings("unused", "https://example.org/", Duration.ofDays(1), false));

    /** The source, at the site. */
    protected abstract SourceSettings settings();

    /** Makes the site serve its posts: more than one. */
    protected abstract void serve();

    /** The ids of the posts that it serves. */
    protected abstract List<String> served();

    @BeforeEach
    void begin() {
        polls = new Polls(settings());
        serve();
    }

    @AfterEach
    void end() {
        polls.close();
        site.close();
    }

    @Test
    void everyPostArrivesOnce() {
        assertThat(polls.poll()).extracting(Post::id).containsExactlyInAnyOrderElementsOf(served());
        assertThat(polls.poll()).isEmpty();
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    static Stream<String> wrongBodies() {
        return Stream.of(
                "<!DOCTYPE html><html><form>Please log in</form></html>",
                "{\"unexpected\":[{}]}",
                "{\"data\":[{",
                "[{}]");
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void anotherAnswerThanWasDocumentedIsSaid(String body) {
        site.weather(answer -> answer.getCode() == 200 ? TestSite.page(body).build() : answer);

        assertThat(polls.poll()).isEmpty();
        assertThat(problem().kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(problem().message()).contains("localhost");
        recovers();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusalIsSaid(int status) {
        site.weather(answer -> answer.getCode() == 200 ? TestSite.status(status).build() : answer);

        assertThat(polls.poll()).isEmpty();
        assertThat(problem().kind()).isEqualTo(Problem.Kind.ACCESS);
        recovers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: 1200",
                "X-RateLimit-Reset: 2026-03-01T12:20:00.000Z",
                "X-RateLimit-Reset: 1200.0",
                "X-Rate-Limit-Reset: 1772367600",
                "ratelimit-reset: 1772367600"
            })
    void aServerThatAsksForRestGetsIt(String header) {
        site.weather(answer ->
                answer.getCode() == 200 ? TestSite.status(429).addHeader(header).build() : answer);

        assertThat(polls.poll()).isEmpty();
        assertThat(problem().kind()).isEqualTo(Problem.Kind.RATE_LIMITED);
        assertThat(polls.state().notBefore()).isEqualTo(Polls.NOON.plus(Duration.ofMinutes(20)));
        recovers();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPostArrivesInTheEndHoweverBadTheDay(long seed) {
        Random random = new Random(seed);
        site.weather(answer -> random.nextInt(100) < 30 ? fault(random) : answer);

        for (int poll = 0; poll < 200 && polls.arrived().size() < served().size(); poll++) {
            polls.poll();
            polls.pass(Duration.ofHours(2));
        }

        assertThat(polls.arrived()).extracting(Post::id).containsExactlyInAnyOrderElementsOf(served());
    }

    private static MockResponse fault(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> TestSite.status(500).build();
            case 1 -> TestSite.status(429).addHeader("Retry-After", "60").build();
            case 2 -> TestSite.truncatedGzip("{\"data\":[" + random.nextLong()).build();
            case 3 -> TestSite.page("<html>busy</html>").build();
            default ->
                TestSite.status(200)
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
        };
    }

    protected final Problem problem() {
        SourceState state = polls.state();
        assertThat(state.health()).isEqualTo(Health.FAILING);
        return Objects.requireNonNull(state.problem());
    }

    private void recovers() {
        site.weather(answer -> answer);
        polls.pass(Duration.ofHours(2));
        assertThat(polls.poll()).extracting(Post::id).containsExactlyInAnyOrderElementsOf(served());
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }
}
