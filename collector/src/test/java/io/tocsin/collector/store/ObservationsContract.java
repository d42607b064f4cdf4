package io.tocsin.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.growth.Followed;
import io.tocsin.collector.growth.Observations;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Observation;
import io.tocsin.collector.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of growth must do. */
abstract class ObservationsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    abstract Observations observations();

    @Test
    void whatIsSavedIsFound() {
        Followed post = followed("a", NOON);
        Observation first = new Observation("a", NOON, new Engagement(1L, null, 3L, 4_000_000_000L));
        Observation second = new Observation("a", NOON.plusSeconds(60), Engagement.UNKNOWN);

        observations().save("news", List.of(post), List.of(second, first));

        assertThat(observations().find("news", List.of("a", "b", "a"))).containsExactly(post);
        assertThat(observations().of("a")).containsExactly(first, second);
        assertThat(observations().of("b")).isEmpty();
        assertThat(observations().find("news", List.of())).isEmpty();
    }

    @Test
    void aLaterSaveReplacesWhatWasKnown() {
        observations().save("news", List.of(followed("a", NOON)), List.of());
        Followed gone = followed("a", NOON).withdrawn(NOON.plusSeconds(9));

        observations().save("news", List.of(gone), List.of(new Observation("a", NOON, Engagement.UNKNOWN)));
        Observation again = new Observation("a", NOON, new Engagement(null, 1L, null, null));
        observations().save("news", List.of(gone), List.of(again));

        assertThat(observations().find("news", List.of("a"))).containsExactly(gone);
        assertThat(observations().of("a")).containsExactly(again);
    }

    @Test
    void theLongestWaitingAreDueFirstAndEverySourceHasItsOwn() {
        observations().save("news", List.of(due("c", 3), due("a", 1), due("b", 2), due("late", 500)), List.of());
        observations().save("bbs", List.of(due("other", 1)), List.of());
        observations().save("news", List.of(followed("never", NOON).withdrawn(NOON)), List.of());

        assertThat(observations().due("news", NOON.plusSeconds(2), 10))
                .extracting(Followed::id)
                .containsExactly("a", "b");
        assertThat(observations().due("news", NOON.plusSeconds(9), 2))
                .extracting(Followed::id)
                .containsExactly("a", "b");
        assertThat(observations().find("bbs", List.of("a", "other")))
                .extracting(Followed::id)
                .containsExactly("other");
    }

    @Test
    void theNewestOfASourceThatAreStillThere() {
        observations()
                .save(
                        "news",
                        List.of(
                                followed("old", NOON.minusSeconds(9)),
                                followed("new", NOON),
                                followed("gone", NOON).withdrawn(NOON),
                                followed("middle", NOON.minusSeconds(5))),
                        List.of());
        observations().save("bbs", List.of(followed("other", NOON)), List.of());

        assertThat(observations().newest("news", 2)).containsExactly("new", "middle");
        assertThat(observations().newest("news", 9)).containsExactly("new", "middle", "old");
        assertThat(observations().newest("nothing", 9)).isEmpty();
    }

    @Test
    void onlyWhatIsNotDueAndOldIsForgotten() {
        Instant old = NOON.minus(Duration.ofDays(100));
        Observation reading = new Observation("ended", old, Engagement.UNKNOWN);
        observations()
                .save(
                        "news",
                        List.of(
                                followed("ended", old).withdrawn(old),
                                followed("fresh", NOON).withdrawn(NOON),
                                due("due", 1)),
                        List.of(reading));

        observations().forget(NOON.minus(Duration.ofDays(90)));

        assertThat(observations().find("news", List.of("ended", "fresh", "due")))
                .extracting(Followed::id)
                .containsExactlyInAnyOrder("fresh", "due");
        assertThat(observations().of("ended")).isEmpty();
    }

    @Test
    void manyAreSavedAtOnce() {
        List<Followed> many = IntStream.range(0, 2_300)
                .mapToObj(i -> followed("post-" + i, NOON))
                .toList();

        observations()
                .save(
                        "news",
                        many,
                        many.stream()
                                .map(post -> new Observation(post.id(), NOON, Engagement.UNKNOWN))
                                .toList());

        assertThat(observations().find("news", many.stream().map(Followed::id).toList()))
                .hasSize(2_300);
    }

    private static Followed due(String id, int seconds) {
        return followed(id, NOON).postponed(NOON.plusSeconds(seconds));
    }

    private static Followed followed(String id, Instant written) {
        return Followed.of(Post.builder(id, "test", "text", written).build(), written);
    }
}
