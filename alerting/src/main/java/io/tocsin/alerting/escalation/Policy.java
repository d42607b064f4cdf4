package io.tocsin.alerting.escalation;

import java.time.Duration;
import java.util.List;

/** Who is notified, and who next if nobody acknowledges. */
public record Policy(List<Step> steps) {

    public Policy {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param after how long after the incident opened or was reopened, if nobody has acknowledged by then
     * @param channels the names of the channels that are notified
     */
    public record Step(Duration after, List<String> channels) {
        public Step {
            channels = List.copyOf(channels);
            if (after.isNegative()) {
                throw new IllegalArgumentException("a step of the escalation comes 0m or longer after, not " + after);
            }
        }
    }
}
