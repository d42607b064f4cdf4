package io.tocsin.collector.connect.files;

import io.tocsin.collector.source.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a round through the files came.
 *
 * @param done the name of the last file that the round has left behind; empty at its start
 * @param files how far each of those was read that were begun last: what is added to them is read on
 * @param finished the marks of the others, which were read to their ends: they are read again if they change
 * @param troubles how many things went wrong in this round
 * @param trouble the first of them
 */
record Progress(
        String done,
        Map<String, Place> files,
        Set<String> finished,
        long troubles,
        @Nullable String trouble) {
    static final Progress START = new Progress("", Map.of(), Set.of(), 0, null);

    Progress {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        finished = Set.copyOf(finished);
    }

    /** The beginning of the next round. */
    Progress again() {
        return new Progress("", files, finished, 0, null);
    }

    @Nullable
    Problem problem() {
        if (trouble == null) {
            return null;
        }
        String others = troubles == 1 ? "" : " There are " + (troubles - 1) + " more such problems.";
        return new Problem(
                Problem.Kind.UNREADABLE, trouble + "." + others + " Correct the file; what was changed is read again.");
    }
}
