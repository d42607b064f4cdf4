package io.tocsin.alerting.escalation;

import io.tocsin.alerting.escalation.Policy.Step;
import io.tocsin.alerting.incident.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whom to call by now. Asking twice gives the same calls with the same keys; an acknowledged or resolved incident calls
 * nobody, and a reopened one begins anew.
 */
public final class Escalator {
    private final Policy policy;
    private final Map<String, List<String>> recipients;

    /**
     * Calls by a policy.
     *
     * @param recipients whom each channel of the policy reaches
     */
    public Escalator(Policy policy, Map<String, List<String>> recipients) {
        this.policy = policy;
        this.recipients = Map.copyOf(recipients);
    }

    /** Every call that the incident should have made by then, those of the first step first. */
    public List<Call> due(Incident incident, Instant now) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < policy.steps().size(); i++) {
            Step step = policy.steps().get(i);
            if (incident.status() == Incident.Status.OPEN
                    && !now.isBefore(incident.escalatesFrom().plus(step.after()))) {
                calls.addAll(calls(incident, i + 1, step));
            }
        }
        return calls;
    }

    private List<Call> calls(Incident incident, int number, Step step) {
        return step.channels().stream()
                .flatMap(channel -> recipients.getOrDefault(channel, List.of()).stream()
                        .map(to -> new Call(incident.id(), incident.episode(), number, channel, to)))
                .toList();
    }
}
