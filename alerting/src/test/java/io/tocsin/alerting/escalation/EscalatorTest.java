package io.tocsin.alerting.escalation;

import static io.tocsin.alerting.TestAlerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alerting.TestAlerts;
import io.tocsin.alerting.escalation.Policy.Step;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.Incident.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EscalatorTest {
    private final Escalator escalator = new Escalator(
            new Policy(List.of(
                    new Step(Duration.ZERO, List.of("duty", "hook")),
                    new Step(Duration.ofMinutes(10), List.of("boss")))),
            Map.of(
                    "duty", List.of("mary@example.org", "joe@example.org"),
                    "hook", List.of("example.org"),
                    "boss", List.of("boss@example.org")));

    private static Incident incident(Status status, int episode, Instant from) {
        Incident surge = TestAlerts.surge("acme");
        return new Incident(
                surge.id(),
                surge.watch(),
                surge.reason(),
                status,
                2,
                surge.posts(),
                NOON,
                episode,
                from,
                NOON,
                null,
                null,
                1);
    }

    private List<String> called(Incident incident, Instant now) {
        return escalator.due(incident, now).stream().map(Call::recipient).toList();
    }

    @Test
    void callsTheFirstAtOnceAndTheNextIfNobodyAnswers() {
        Incident open = incident(Status.OPEN, 1, NOON);
        assertThat(called(open, NOON)).containsExactly("mary@example.org", "joe@example.org", "example.org");
        assertThat(called(open, NOON.plusSeconds(599))).hasSize(3);
        assertThat(called(open, NOON.plusSeconds(600))).hasSize(4).last().isEqualTo("boss@example.org");
    }

    @Test
    void callsNobodyAboutWhatIsAnswered() {
        assertThat(called(incident(Status.ACKNOWLEDGED, 1, NOON), NOON.plusSeconds(600)))
                .isEmpty();
        assertThat(called(incident(Status.RESOLVED, 1, NOON), NOON.plusSeconds(600)))
                .isEmpty();
    }

    @Test
    void theSameCallHasTheSameKeyAndEveryOtherAnother() {
        Incident open = incident(Status.OPEN, 1, NOON);
        List<Call> calls = escalator.due(open, NOON.plusSeconds(600));
        assertThat(calls).extracting(Call::key).doesNotHaveDuplicates();
        assertThat(escalator.due(open, NOON.plusSeconds(9_999))).isEqualTo(calls);
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.key())
                        .matches("abcdefghijklm-1-[12]-[a-z2-7]{8}")
                        .doesNotContain("mary"));
    }

    @Test
    void aReopenedIncidentCallsAnew() {
        Incident again = incident(Status.OPEN, 2, NOON.plusSeconds(3_600));
        List<Call> calls = escalator.due(again, NOON.plusSeconds(3_600));
        assertThat(calls).hasSize(3).allMatch(call -> call.episode() == 2 && call.step() == 1);
        assertThat(calls)
                .extracting(Call::key)
                .doesNotContainAnyElementsOf(escalator.due(incident(Status.OPEN, 1, NOON), NOON).stream()
                        .map(Call::key)
                        .toList());
    }

    @Test
    void aStepBeforeTheIncidentIsRefused() {
        assertThatThrownBy(() -> new Step(Duration.ofMinutes(-1), List.of())).hasMessageContaining("0m or longer");
    }
}
