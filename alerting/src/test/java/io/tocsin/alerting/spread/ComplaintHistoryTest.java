package io.tocsin.alerting.spread;

import static io.tocsin.alerting.TestPosts.WATCH;
import static io.tocsin.alerting.TestPosts.complaint;
import static io.tocsin.alerting.TestPosts.copy;
import static io.tocsin.alerting.TestPosts.praise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintHistoryTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final ComplaintHistory history = new ComplaintHistory(List.of(HALF_HOUR));

    private List<String> posts(Instant after, Instant upTo) {
        return history.between(WATCH, after, upTo).stream().map(Mention::post).toList();
    }

    @Test
    void theWindowIsOpenAtItsBeginningAndClosedAtItsEnd() {
        history.add(complaint("a", START));
        history.add(complaint("b", START.plusSeconds(1)));
        assertThat(posts(START, START.plusSeconds(1))).containsExactly("forum:b");
        assertThat(posts(START.minusNanos(1), START)).containsExactly("forum:a");
        assertThat(history.between("globex", START.minusSeconds(9), START.plusSeconds(9)))
                .isEmpty();
    }

    @Test
    void aPostThatIsReadAgainReplacesItself() {
        history.add(complaint("a", START, 1));
        history.add(complaint("a", START, 1));
        history.add(complaint("a", START.plusSeconds(60), 2));
        assertThat(posts(START.minusSeconds(1), START.plusSeconds(1))).isEmpty();
        assertThat(history.between(WATCH, START, START.plusSeconds(60)))
                .singleElement()
                .satisfies(mention -> assertThat(mention.severity()).isEqualTo(2));
        history.add(praise("a", START));
        assertThat(posts(START.minusSeconds(1), START.plusSeconds(99))).isEmpty();
    }

    @Test
    void aPersonCountsOnce() {
        history.add(complaint("a", "eve", START, 1));
        history.add(complaint("b", "eve", START.plusSeconds(1), 1));
        history.add(complaint("c", "bob", START.plusSeconds(2), 1));
        assertThat(history.voices(Heard.INDEPENDENT, WATCH, START.minusSeconds(1), START.plusSeconds(2)))
                .isEqualTo(2);
    }

    @Test
    void forgetsWhatIsOlderThanItReaches() {
        history.add(complaint("old", START));
        history.add(complaint(
                "new", START.plus(ComplaintHistory.REACH.multipliedBy(2)).plusSeconds(1)));
        assertThat(posts(Instant.EPOCH, START.plus(Duration.ofDays(99)))).containsExactly("forum:new");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsUsualDependsOnThePostsAndNotOnTheirOrderOrOnRepetitions(long seed) {
        Random random = new Random(seed);
        List<AnalyzedPost> stream = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Instant at = START.plusSeconds(random.nextInt(5 * 86_400));
            String author = "author " + random.nextInt(80);
            stream.add(
                    i % 4 == 3
                            ? copy("p" + i, author, "p" + random.nextInt(40), at, 1)
                            : complaint("p" + i, author, at, 1));
        }
        Instant end = START.plus(Duration.ofDays(5)).plusSeconds(random.nextInt(3_600));
        stream.forEach(history::add);
        Baseline inOrder = history.baseline(Heard.INDEPENDENT, WATCH, HALF_HOUR, end, 9);
        Baseline everybody = history.baseline(Heard.EVERYBODY, WATCH, HALF_HOUR, end, 9);
        ComplaintHistory other = new ComplaintHistory(List.of(HALF_HOUR));
        Collections.shuffle(stream, random);
        stream.addAll(stream.subList(0, 100));
        for (AnalyzedPost post : stream) {
            other.add(post);
            // Asked in between, so that what it remembers of earlier questions is put to the test.
            other.baseline(Heard.INDEPENDENT, WATCH, HALF_HOUR, end, 9);
        }
        assertThat(other.baseline(Heard.INDEPENDENT, WATCH, HALF_HOUR, end, 9)).isEqualTo(inOrder);
        assertThat(other.baseline(Heard.EVERYBODY, WATCH, HALF_HOUR, end, 9)).isEqualTo(everybody);
    }

    @Test
    void whatWasWrittenBeforeTocsinListenedCanMakeACountUsualButNotRemarkable() {
        Instant installed = START.plus(Duration.ofDays(1));
        for (int i = 0; i < 480; i++) {
            AnalyzedPost late = complaint("p" + i, START.plusSeconds(180L * i));
            history.add(new AnalyzedPost(
                    late.post().toBuilder().collectedAt(installed).build(), late.analysis()));
        }
        assertThat(history.baseline(Heard.INDEPENDENT, WATCH, HALF_HOUR, installed, 10)
                        .expected())
                .isCloseTo(10, within(1.0));
        ComplaintHistory quiet = new ComplaintHistory(List.of(HALF_HOUR));
        quiet.add(complaint("now", installed));
        assertThat(quiet.baseline(Heard.INDEPENDENT, WATCH, HALF_HOUR, installed, 10)
                        .expected())
                .isEqualTo(1);
    }
}
