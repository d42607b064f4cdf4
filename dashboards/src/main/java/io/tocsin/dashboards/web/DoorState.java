package io.tocsin.dashboards.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has come by a caller's door.
 *
 * @param posts how many posts, those that came again included
 * @param last when the last came; {@code null} if none did
 * @param problem what is wrong; {@code null} if nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DoorState(
        String source,
        long posts,
        @Nullable Instant last,
        @Nullable String problem) {

    static DoorState of(SourceState state) {
        Problem problem = state.problem();
        return new DoorState(
                state.name(), state.posts(), state.lastSuccess(), problem == null ? null : problem.message());
    }
}
