package io.tocsin.collector.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of source makes of answers that it should not have got: a clear state, and no loss. */
public abstract class BadAnswersContract extends BadDayContract {
    protected Polls polls = new Polls(new FeedSettings("unused", "https://example.org/", Duration.ofDays(1), false));

    @BeforeEach
    void begin() {
        polls = new Polls(settings());
    }

    @AfterEach
    void end() {
        polls.close();
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
