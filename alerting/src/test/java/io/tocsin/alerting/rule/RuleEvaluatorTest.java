package io.tocsin.alerting.rule;

import static io.tocsin.alerting.TestPosts.WATCH;
import static io.tocsin.alerting.TestPosts.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alerting.rule.Verdict.Mild;
import io.tocsin.alerting.rule.Verdict.Rings;
import io.tocsin.alerting.rule.Verdict.TooFew;
import io.tocsin.alerting.rule.Verdict.Usual;
import io.tocsin.alerting.spread.ComplaintHistory;
import io.tocsin.alerting.spread.Mention;
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
