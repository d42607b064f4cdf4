package io.tocsin.app.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that would have happened.
 *
 * @param event what happened to the incident, or {@code notified}
 * @param reason why, in English; for a note of the time line its text
 * @param posts the ids of the posts that are the evidence at that time
 * @param channel who would have been notified, for {@code notified} only
 * @param recipient the address behind the channel, for {@code notified} only
 */
record ReplayEvent(
        Instant at,
        String event,
        String incident,
        int severity,
        String reason,
        String watch,
        List<String> posts,
        @Nullable String channel,
        @Nullable String recipient) {

    ReplayEvent {
        posts = List.copyOf(posts);
    }
}
