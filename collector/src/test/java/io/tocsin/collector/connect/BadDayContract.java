package io.tocsin.collector.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.fetch.BadWeather;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of source has: on a bad day of its server no post is lost, and none comes twice. */
public abstract class BadDayContract {
    private static final Duration LATER = Duration.ofHours(2);
    private static final int MOST_POLLS = 1_000;

    protected final TestSite site = new TestSite();

    /** The source, at the site. */
    protected abstract SourceSettings settings();

    /** Makes the site serve its posts: more than one. */
    protected abstract void serve();

    /** The ids of the posts that it serves. */
    protected abstract List<String> served();

    @BeforeEach
    final void open() {
        serve();
    }

    @AfterEach
    final void shut() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPostArrivesOnceInTheEndHoweverBadTheDay(long seed) {
        try (Polls polls = new Polls(settings(), Duration.ofMillis(500))) {
            site.weather(new BadWeather(seed));
            for (int poll = 0; poll < MOST_POLLS && polls.arrived().size() < served().size(); poll++) {
                polls.poll();
                polls.pass(LATER);
            }
            site.weather(answer -> answer);
            while (polls.state().health() != Health.HEALTHY) {
                polls.pass(LATER);
                polls.poll();
            }

            assertThat(polls.arrived()).extracting(Post::id).containsExactlyInAnyOrderElementsOf(served());
        }
    }
}
