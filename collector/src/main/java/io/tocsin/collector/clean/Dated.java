package io.tocsin.collector.clean;

import io.tocsin.collector.post.Precision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time as it was written somewhere.
 *
 * @param precision {@code null} if it is exact
 */
public record Dated(Instant at, @Nullable Precision precision) {

    /** To the second, or better. */
    public static Dated exactly(Instant at) {
        return new Dated(at, null);
    }
}
