package io.tocsin.dashboards.web;

import io.tocsin.alerting.notify.Notification;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was sent to whom, and what became of it. */
record SentLine(
        String channel,
        String recipient,
        int step,
        Notification.State state,
        String stateName,
        Moment at,
        int attempts,
        @Nullable String problem) {

    static SentLine of(Notification sent, Reader reader) {
        return new SentLine(
                sent.channel(),
                sent.recipient(),
                sent.step(),
                sent.state(),
                reader.say("sent.state." + sent.state()),
                reader.moment(Objects.requireNonNullElse(sent.settledAt(), sent.createdAt())),
                sent.attempts(),
                sent.problem());
    }
}
