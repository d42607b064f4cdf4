package io.tocsin.alerting.rule;

import static io.tocsin.alerting.TestPosts.WATCH;
import static io.tocsin.alerting.TestPosts.complaint;
import static io.tocsin.alerting.TestPosts.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alerting.rule.Verdict.Mild;
import io.tocsin.alerting.rule.Verdict.Rings;
import io.tocsin.alerting.rule.Verdict.TooFew;
import io.tocsin.alerting.rule.Verdict.Usual;
import io.tocsin.alerting.spread.ComplaintHistory;
import io.tocsin.alerting.spread.Heard;
import io.tocsin.alerting.spread.Mention;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.collector.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleEvaluatorTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Rule SURGE = new Rule.Surge("surge", HALF_HOUR, 5, 0.0001);
    private static final Rule SEVERE = new Rule.SeverePost("severe", 2);

    private final ComplaintHistory history = new ComplaintHistory(List.of(HALF_HOUR));

    private Mention last() {
        return history.between(WATCH, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"))
                .getLast();
    }

    private Verdict judge(Rule rule) {
        return RuleEvaluator.judge(rule, WATCH, history, last());
    }

    private void complaints(String prefix, Instant from, int count, Duration apart) {
        for (int i = 0; i < count; i++) {
            history.add(complaint(prefix + i, from.plus(apart.multipliedBy(i))));
        }
    }

    @Test
    void fewerThanTheMinimumAreTooFewHoweverUnusual() {
        complaints("old", START, 1, HALF_HOUR);
        complaints("new", START.plus(Duration.ofDays(7)), 4, Duration.ofMinutes(1));
        assertThat(judge(SURGE)).isEqualTo(new TooFew(4, 5));
    }

    @Test
    void manyAreUsualWhereManyAreUsual() {
        complaints("p", START, 7 * 24 * 12, Duration.ofMinutes(5));
        assertThat(judge(SURGE)).isInstanceOfSatisfying(Usual.class, usual -> {
            assertThat(usual.people()).isEqualTo(6);
            assertThat(usual.expected()).isBetween(5.5, 6.5);
            assertThat(usual.chance()).isBetween(0.3, 0.7);
        });
    }

    @Test
    void unusuallyManyAreASurgeWithItsProof() {
        complaints("old", START, 1, HALF_HOUR);
        complaints("new", START.plus(Duration.ofDays(7)), 6, Duration.ofMinutes(1));
        history.add(complaint(
                "again", "author of new0", START.plus(Duration.ofDays(7)).plusSeconds(301), 2));
        assertThat(judge(SURGE)).isInstanceOfSatisfying(Rings.class, rings -> {
            Breach.Surge surge = (Breach.Surge) rings.breach();
            assertThat(surge.count()).isEqualTo(6);
            assertThat(surge.posts()).hasSize(7).startsWith("forum:new0").endsWith("forum:again");
            assertThat(surge.severity()).isEqualTo(2);
            assertThat(surge.at()).isEqualTo(START.plus(Duration.ofDays(7)).plusSeconds(301));
            assertThat(surge.expected()).isLessThan(0.1);
            assertThat(surge.chance()).isLessThan(1e-8);
            assertThat(surge.least()).isEqualTo(5);
        });
    }

    private void copies(String original, Instant from, int count) {
        for (int i = 0; i < count; i++) {
            history.add(copy(original + "-copy" + i, original, from.plusSeconds(60L * i)));
        }
    }

    @Test
    void copiesAreNoIndependentComplaints() {
        Instant week = START.plus(Duration.ofDays(7));
        complaints("old", START, 1, HALF_HOUR);
        complaints("new", week, 5, Duration.ofMinutes(1));
        copies("new0", week.plusSeconds(240).plusNanos(1), 3);
        assertThat(judge(SURGE)).isInstanceOfSatisfying(Rings.class, rings -> {
            Breach.Surge surge = (Breach.Surge) rings.breach();
            assertThat(surge.count()).isEqualTo(5);
            assertThat(surge.posts())
                    .containsExactly("forum:new0", "forum:new1", "forum:new2", "forum:new3", "forum:new4");
        });
    }

    @Test
    void manyWhoPassOneComplaintOnRingAsSpread() {
        Instant week = START.plus(Duration.ofDays(7));
        complaints("old", START, 1, HALF_HOUR);
        complaints("new", week, 1, HALF_HOUR);
        copies("new0", week.plusSeconds(60), 3);
        assertThat(judge(SURGE)).isEqualTo(new TooFew(4, 5));
        history.add(copy("again", "author of new0-copy1", "new0", week.plusSeconds(240), 1));
        history.add(copy("self", "author of new0", "new0", week.plusSeconds(250), 1));
        assertThat(judge(SURGE)).as("nobody else did").isEqualTo(new TooFew(4, 5));
        AnalyzedPost elsewhere = copy("elsewhere", "new0", week.plusSeconds(300));
        history.add(new AnalyzedPost(
                Post.builder("weibo:1", "weibo", "", elsewhere.post().createdAt())
                        .copyOf("forum:new0")
                        .build(),
                elsewhere.analysis()));
        assertThat(judge(SURGE)).isInstanceOfSatisfying(Rings.class, rings -> {
            Breach.Copied copied = (Breach.Copied) rings.breach();
            assertThat(copied.count()).isEqualTo(5);
            assertThat(copied.copying()).isEqualTo(4);
            assertThat(copied.platforms()).isEqualTo(2);
            assertThat(copied.posts()).hasSize(7).startsWith("forum:new0").endsWith("weibo:1");
            assertThat(copied.least()).isEqualTo(5);
            assertThat(copied.chance()).isLessThan(0.0001);
        });
    }

    @Test
    void copiesOfAnOldComplaintAreOneVoice() {
        complaints("old", START, 1, HALF_HOUR);
        copies("old0", START.plus(Duration.ofDays(7)), 3);
        assertThat(history.voices(Heard.INDEPENDENT, WATCH, START.plusSeconds(1), last().writtenAt()))
                .isEqualTo(1);
        assertThat(history.voices(Heard.EVERYBODY, WATCH, START.plusSeconds(1), last().writtenAt()))
                .isEqualTo(3);
    }

    @Test
    void manyCopiesAreUsualWhereMuchIsCopied() {
        for (int i = 0; i < 7 * 24 * 12; i++) {
            history.add(copy("c" + i, "petition", START.plus(Duration.ofMinutes(5L * i))));
        }
        assertThat(judge(SURGE))
                .isInstanceOfSatisfying(
                        Usual.class, usual -> assertThat(usual.expected()).isBetween(5.5, 6.5));
    }

    @Test
    void aCopyOfASevereComplaintRingsOnlyIfThatIsNotKnown() {
        history.add(complaint("a", START, 3));
        history.add(copy("b", "author of b", "a", START.plusSeconds(1), 3));
        assertThat(judge(SEVERE)).isEqualTo(new Verdict.Copy("forum:a"));
        history.add(copy("c", "author of c", "unknown", START.plusSeconds(2), 3));
        assertThat(judge(SEVERE)).isInstanceOf(Rings.class);
    }

    @Test
    void aSeverePostRingsFromItsLevelOn() {
        history.add(complaint("a", START, 1));
        assertThat(judge(SEVERE)).isEqualTo(new Mild(1));
        history.add(complaint("b", START.plusSeconds(1), 3));
        assertThat(judge(SEVERE))
                .isEqualTo(new Rings(new Breach.SeverePost(
                        "severe", WATCH, START.plusSeconds(1), 3, List.of("forum:b"), List.of("smoke"))));
    }

    @Test
    void rulesThatMakeNoSenseAreRefusedByName() {
        assertThatThrownBy(() -> new Rule.Surge("s", Duration.ZERO, 5, 0.1)).hasMessageContaining("rule s");
        assertThatThrownBy(() -> new Rule.Surge("s", HALF_HOUR, 1, 0.1)).hasMessageContaining("minimum");
        assertThatThrownBy(() -> new Rule.Surge("s", HALF_HOUR, 5, 0)).hasMessageContaining("chance");
        assertThatThrownBy(() -> new Rule.Surge("s", HALF_HOUR, 5, 1)).hasMessageContaining("chance");
        assertThatThrownBy(() -> new Rule.SeverePost("s", 4)).hasMessageContaining("severity");
    }
}
