package io.tocsin.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.incident.Decision.Add;
import io.tocsin.alerting.incident.Decision.Known;
import io.tocsin.alerting.incident.Decision.Open;
import io.tocsin.alerting.incident.Decision.Reopen;
import io.tocsin.alerting.incident.Decision.TooLittleNew;
import io.tocsin.alerting.rule.Breach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final Incident going =
            LifeCycle.open("going", surge(NOON, "a", "b"), NOON).incident();
    private final Incident over =
            LifeCycle.resolve(going, "mary", NOON).orElseThrow().incident();

    private static Breach surge(Instant at, String... posts) {
        return new Breach.Surge("surge", "acme", at, 1, List.of(posts), TWO_HOURS, posts.length, 2, 0.1, 1e-9);
    }

    private static Breach severe(String post) {
        return new Breach.SeverePost("severe", "acme", NOON, 3, List.of(post), List.of());
    }

    private static Decision on(Breach breach, Instant now, Incident... about) {
        return Decision.on(breach, List.of(about), TWO_HOURS, now);
    }

    @Test
    void somethingNewOpens() {
        assertThat(on(surge(NOON, "a", "b"), NOON)).isEqualTo(new Open("a"));
        assertThat(on(severe("a"), NOON)).isEqualTo(new Open("a"));
    }

    @Test
    void anotherBreachWhileAnIncidentIsGoingBelongsToItWhateverTheRule() {
        assertThat(on(surge(NOON, "b", "c"), NOON, going)).isEqualTo(new Add(going));
        assertThat(on(severe("c"), NOON, going)).isEqualTo(new Add(going));
    }

    @Test
    void whatIsKnownIsKnownWhateverTheStatus() {
        assertThat(on(surge(NOON, "a", "b"), NOON, going)).isEqualTo(new Known());
        assertThat(on(surge(NOON, "b", "a"), NOON, over)).isEqualTo(new Known());
    }

    @Test
    void newEvidenceSoonReopensAndLaterOpensAnew() {
        Breach breach = surge(NOON, "c", "d");
        assertThat(on(breach, NOON.plus(TWO_HOURS), over)).isEqualTo(new Reopen(over));
        assertThat(on(breach, NOON.plus(TWO_HOURS).plusMillis(1), over)).isEqualTo(new Open("c"));
    }

    @Test
    void oneStragglerDoesNotReopenWhatWasAnsweredButASevereOneDoes() {
        assertThat(on(surge(NOON, "a", "b", "c"), NOON, over)).isEqualTo(new TooLittleNew(List.of("c")));
        assertThat(on(severe("c"), NOON, over)).isEqualTo(new Reopen(over));
    }

    @Test
    void theNewIncidentIsNamedByItsFirstPostThatIsNew() {
        assertThat(on(surge(NOON, "b", "c", "d"), NOON.plus(Duration.ofDays(1)), over))
                .isEqualTo(new Open("c"));
    }

    @Test
    void theIncidentOfEarlierPostsDoesNotTakeThemBackFromTheOneTheyBelongTo() {
        Incident next = LifeCycle.open("next", surge(NOON.plusSeconds(9), "x", "y"), NOON.plusSeconds(9))
                .incident();
        assertThat(on(surge(NOON, "a", "b"), NOON.plusSeconds(10), next, over)).isEqualTo(new Known());
        assertThat(on(surge(NOON, "a", "b", "c"), NOON.plusSeconds(10), next, over))
                .isEqualTo(new TooLittleNew(List.of("c")));
    }

    @Test
    void theIdIsThatOfTheEvent() {
        String id = IncidentId.of("surge", "acme", "forum:1");
        assertThat(id).matches("[a-z2-7]{13}").isEqualTo(IncidentId.of("surge", "acme", "forum:1"));
        assertThat(id)
                .isNotEqualTo(IncidentId.of("severe", "acme", "forum:1"))
                .isNotEqualTo(IncidentId.of("surge", "globex", "forum:1"))
                .isNotEqualTo(IncidentId.of("surge", "acme", "forum:2"));
        // The SHA-256 of nothing is e3b0c44298fc1c149afb..., in base 32 4OYMIQUY7QOBJGX3...
        assertThat(IncidentId.shorten("", 16)).isEqualTo("4oymiquy7qobjgx3");
    }
}
