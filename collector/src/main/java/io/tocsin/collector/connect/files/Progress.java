package io.tocsin.collector.connect.files;

import io.tocsin.collector.source.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a round through the files came.
 *
 * @param done the name of the last file that the round has left behind; empty at its start
 * @param files how far each was read
 * @param troubles how many things went wrong in this round
 * @param trouble the first of them
 */
record Progress(
        String done,
        Map<String, Place> files,
        long troubles,
        @Nullable String trouble) {
    static final Progress START = new Progress("", Map.of(), 0, null);

    Progress {
        files = Map.copyOf(files);
    }

    Place place(String name) {
        return files.getOrDefault(name, Place.START);
    }

    boolean isAhead(String name) {
        return name.compareTo(done) > 0;
    }

    Progress at(String name, Place place) {
        Map<String, Place> all = new HashMap<>(files);
        all.put(name, place);
        return new Progress(done, all, troubles, trouble);
    }

    /** Files that are no more are forgotten. */
    Progress among(Collection<String> names) {
        Map<String, Place> left = new HashMap<>(files);
        left.keySet().retainAll(names);
        return new Progress(done, left, troubles, trouble);
    }

    Progress past(String name) {
        return new Progress(name, files, troubles, trouble);
    }

    Progress blaming(String what) {
        return new Progress(done, files, troubles + 1, trouble == null ? what : trouble);
    }

    /** The beginning of the next round. */
    Progress again() {
        return new Progress("", files, 0, null);
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
